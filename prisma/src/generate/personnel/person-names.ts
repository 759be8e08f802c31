import type { Random } from "../random.js";

/** Common family names, the commonest most often; all names are put together by chance and name nobody. */
const familyNames = [
  ..."王王王王王李李李李李张张张张张刘刘刘刘陈陈陈杨杨杨赵赵赵黄黄周周吴吴徐徐孙孙马马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常",
];

const givenOfWomen = [
  ..."秀英芳娜敏静丽艳娟霞玲桂红燕萍梅兰雪琳慧洁莹颖倩婷雅欣怡佳悦蕾薇晶琴凤春云月华玉珍淑惠爱素青岚菊荣巧翠",
];
const givenOfMen = [
  ..."伟强磊军勇涛超明刚平辉鹏杰波斌宇浩凯健俊帆峰旭阳亮建国志文德海山林森东成龙生庆福祥永宏光远新毅松岩彬立宝",
];

/** A plausible name, of one or two given characters. */
export function personName(random: Random, sex: "MALE" | "FEMALE"): string {
  const given = sex === "FEMALE" ? givenOfWomen : givenOfMen;
  const first = random.pick(given);
  return `${random.pick(familyNames)}${first}${random.next() < 0.72 ? random.pick(given) : ""}`;
}
