package cn.lantai.server.runtime;

import cn.lantai.journal.Verification;
import cn.lantai.server.security.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the launcher's commands do; the server is not open to anyone meanwhile. */
@ApplicationScoped
class Commands {

  @Inject Stores stores;
  @Inject Accounts accounts;

  record Outcome(boolean succeeded, List<String> lines) {
    static final Outcome NONE = new Outcome(false, List.of());
  }

  Outcome run(String command) {
    return switch (command) {
      case "rebuild" -> rebuild();
      case "verify" -> verify();
      case "password" -> newPassword();
      default -> throw new IllegalArgumentException("There is no command " + command);
    };
  }

  private Outcome rebuild() {
    Map<String, Long> before = stores.sizes();
    stores.rebuild(row -> {});
    Map<String, Long> after = new TreeMap<>(stores.sizes());
    List<String> lines = new ArrayList<>();
    lines.add("日志共 " + stores.head() + " 条，查询库已重建。");
    lines.add("The stages were made again from " + stores.head() + " journal rows.");
    after.forEach(
        (stage, size) ->
            lines.add(
                "  " + stage + ": " + before.getOrDefault(stage, 0L) + " → " + size + " triples"));
    return new Outcome(true, lines);
  }

  private Outcome verify() {
    Verification verification = stores.verify();
    if (verification.intact()) {
      return new Outcome(
          true,
          List.of(
              "日志完好：" + verification.rows() + " 条，哈希链无断裂。",
              "The journal is intact: " + verification.rows() + " rows, no break in the chain."));
    }
    long row = verification.firstBroken().getAsLong();
    return new Outcome(
        false,
        List.of(
            "日志自第 " + row + " 条起被改动、缺失或错序：请从备份恢复数据库。",
            "From row "
                + row
                + " on, the journal was changed, is missing or out of order: restore"
                + " the database from a backup."));
  }

  private Outcome newPassword() {
    String password = accounts.renewAdministratorPassword();
    return new Outcome(
        true,
        List.of("  用户名  User      " + Accounts.ADMINISTRATOR, "  密码    Password  " + password));
  }
}
