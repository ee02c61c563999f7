package cn.lantai.journal;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import java.util.Objects;
import java.util.Optional;

/**
 * A row to be appended; the journal adds place, time and hash.
 *
 * @param content the new version; present exactly for {@link Action#PUT}
 */
public record Draft(
    EntityIri entity, Action action, Optional<EntityGraph> content, String agent, String reason) {

  public Draft {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(reason, "reason");
    if (content.isPresent() != (action == Action.PUT)) {
      throw new IllegalArgumentException("Content belongs to PUT, and to nothing else: " + action);
    }
    if (content.isPresent() && !content.get().iri().equals(entity)) {
      throw new IllegalArgumentException(content.get().iri() + " is not " + entity);
    }
  }

  public static Draft put(EntityGraph content, String agent, String reason) {
    return new Draft(content.iri(), Action.PUT, Optional.of(content), agent, reason);
  }

  /** Publishes the newest version that the journal holds when the row is appended. */
  public static Draft publish(EntityIri entity, String agent, String reason) {
    return new Draft(entity, Action.PUBLISH, Optional.empty(), agent, reason);
  }

  public static Draft withdraw(EntityIri entity, String agent, String reason) {
    return new Draft(entity, Action.WITHDRAW, Optional.empty(), agent, reason);
  }
}
