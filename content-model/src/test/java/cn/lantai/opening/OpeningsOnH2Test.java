package cn.lantai.opening;

import java.util.UUID;

class OpeningsOnH2Test extends OpeningsContract {

  @Override
  protected String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  }

  @Override
  protected String user() {
    return "sa";
  }
}
