package cn.lantai.review;

import java.util.UUID;

class ReviewsOnH2Test extends ReviewsContract {

  @Override
  protected String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  }

  @Override
  protected String user() {
    return "sa";
  }
}
