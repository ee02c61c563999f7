package cn.lantai.journal;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row to be appended; the journal adds place, time and hash.
 *
 * @param content the new version; present exactly for {@link Action#PUT}
 * @param basedOn the row with the version that must still be the newest one, 0 if the entity must
 *     not exist yet; empty if the row is to be appended in any case
 * @param version the row with the version that is to be published; empty for the newest one there
 *     is when the row is appended
 */
public record Draft(
    EntityIri entity,
    Action action,
    Optional<EntityGraph> content,
    String agent,
    String reason,
    OptionalLong basedOn,
    OptionalLong version) {

  /** The longest name of an agent that a row can hold. */
  public static final int MAX_AGENT = 200;

  /** The longest reason that a row can hold. */
  public static final int MAX_REASON = 2000;

  public Draft {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(basedOn, "basedOn");
    Objects.requireNonNull(version, "version");
    requireStorable("agent", agent, MAX_AGENT);
    requireStorable("reason", reason, MAX_REASON);
    if (content.isPresent() != (action == Action.PUT)) {
      throw new IllegalArgumentException("Content belongs to PUT, and to nothing else: " + action);
    }
    if (content.isPresent() && !content.get().iri().equals(entity)) {
      throw new IllegalArgumentException(content.get().iri() + " is not " + entity);
    }
    if (version.isPresent() && action != Action.PUBLISH) {
      throw new IllegalArgumentException("A version is named to be published only: " + action);
    }
  }

  private Draft(
      EntityIri entity, Action action, Optional<EntityGraph> content, String agent, String reason) {
    this(entity, action, content, agent, reason, OptionalLong.empty(), OptionalLong.empty());
  }

  public static Draft put(EntityGraph content, String agent, String reason) {
    return new Draft(content.iri(), Action.PUT, Optional.of(content), agent, reason);
  }

  /** Publishes the newest version that the journal holds when the row is appended. */
  public static Draft publish(EntityIri entity, String agent, String reason) {
    return new Draft(entity, Action.PUBLISH, Optional.empty(), agent, reason);
  }

  /**
   * Publishes this version, though there may be newer ones.
   *
   * @param version the row of the version
   */
  public static Draft publish(EntityIri entity, long version, String agent, String reason) {
    return new Draft(
        entity,
        Action.PUBLISH,
        Optional.empty(),
        agent,
        reason,
        OptionalLong.empty(),
        OptionalLong.of(version));
  }

  public static Draft withdraw(EntityIri entity, String agent, String reason) {
    return new Draft(entity, Action.WITHDRAW, Optional.empty(), agent, reason);
  }

  /** The same, to be appended only if nobody has saved a version after this one. */
  public Draft basedOn(long newest) {
    return new Draft(entity, action, content, agent, reason, OptionalLong.of(newest), version);
  }

  /**
   * @param current the row with the entity's newest version, 0 if there is none
   * @throws EditConflictException if the draft began from another
   */
  void requireBase(long current) {
    if (basedOn.isPresent() && basedOn.getAsLong() != current) {
      throw new EditConflictException(entity, basedOn.getAsLong(), current);
    }
  }

  private static void requireStorable(String name, String text, int longest) {
    Objects.requireNonNull(text, name);
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "The " + name + " is longer than " + longest + " characters: " + text.length());
    }
    // Neither can be read back from every database as it was hashed.
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("The " + name + " holds what is not a character");
    }
  }
}
