package cn.lantai.showing;

import java.util.UUID;

class ShowingsOnH2Test extends ShowingsContract {

  @Override
  protected String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  }

  @Override
  protected String user() {
    return "sa";
  }
}
