package cn.lantai.server.audit;

import cn.lantai.chain.ChainHead;
import cn.lantai.chain.Verification;
import java.util.List;
import java.util.Optional;

/** The audit log: rows are appended, read and verified, and nothing else. */
public interface AuditLog {

  /**
   * Notes an act, in the surrounding transaction or else in one of its own that has committed when
   * the call returns. To be called last in a transaction, for all other writers wait until it ends;
   * and before the act is answered, which an exception from here refuses.
   */
  void note(AuditNote note);

  /** Up to {@code limit} rows before number {@code before}, newest first. */
  List<AuditEntry> find(AuditFilter filter, long before, int limit);

  Optional<AuditEntry> entry(long number);

  /** The names under which there are rows, in order. */
  List<String> people();

  /** The last row's number and hash. */
  ChainHead head();

  /**
   * Reads the whole log and checks that no row was changed, moved, added or taken away behind its
   * back.
   */
  Verification verify();
}
