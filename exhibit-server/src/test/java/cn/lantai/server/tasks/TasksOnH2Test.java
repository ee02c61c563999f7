package cn.lantai.server.tasks;

import java.util.UUID;

class TasksOnH2Test extends TasksContract {

  @Override
  protected String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  }

  @Override
  protected String user() {
    return "sa";
  }
}
