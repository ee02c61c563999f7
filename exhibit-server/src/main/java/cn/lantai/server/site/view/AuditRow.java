package cn.lantai.server.site.view;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.audit.Way;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the audit log in a list.
 *
 * @param who the account; empty if there is none
 * @param address from where; empty if not over the network
 * @param action empty if it is one of another version of the program
 * @param name the action as it is stored
 * @param objectHref where more of the object is to be found
 */
public record AuditRow(
    long number,
    String href,
    Instant at,
    Way way,
    String who,
    String address,
    Optional<AuditAction> action,
    String name,
    String object,
    Optional<String> objectHref,
    AuditOutcome outcome,
    long times) {}
