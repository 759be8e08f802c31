-- Parts of a data set (usually a county each) that are loaded, written in the transaction that loads the part.
-- The row with the empty part says that the data set is complete.
CREATE TABLE hub_log.loaded_part (
  data_set  text NOT NULL,
  part      text NOT NULL,
  rows      bigint NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
  PRIMARY KEY (data_set, part)
);
