package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Verification;
import cn.lantai.server.runtime.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads the journal's hash chain. */
@ApplicationScoped
public class VerifyCommand implements Command {

  @Inject Stores stores;

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public boolean run(CommandContext context) {
    Verification verification = stores.verify();
    if (verification.intact()) {
      context.say(
          LocalizedText.of(
              "日志完好：" + verification.rows() + " 条，哈希链无断裂。",
              "The journal is intact: " + verification.rows() + " rows, no break in the chain."));
      return true;
    }
    long row = verification.firstBroken().getAsLong();
    context.say(
        LocalizedText.of(
            "日志自第 " + row + " 条起被改动、缺失或错序：请从备份恢复数据库。",
            "From row "
                + row
                + " on, the journal was changed, is missing or out of order: restore"
                + " the database from a backup."));
    return false;
  }
}
