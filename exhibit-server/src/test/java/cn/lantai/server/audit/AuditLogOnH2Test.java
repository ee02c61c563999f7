package cn.lantai.server.audit;

import java.util.UUID;

class AuditLogOnH2Test extends AuditLogContract {

  @Override
  protected String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  }

  @Override
  protected String user() {
    return "sa";
  }
}
