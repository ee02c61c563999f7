package cn.lantai.curation;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.Successor;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.hierarchy.Objection;
import cn.lantai.hierarchy.Standing;
import cn.lantai.journal.Action;
import cn.lantai.journal.Decisions;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.journal.NothingToPublishException;
import cn.lantai.journal.Premise;
import cn.lantai.journal.PremiseGoneException;
import cn.lantai.journal.ReferenceCodeInUseException;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.ontology.Rico;
import cn.lantai.stage.NoRoomException;
import cn.lantai.stage.Room;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The application service through which every change goes. Safe for use by many threads. */
public final class Curation {

  private final Journal journal;
  private final ProfileCheck profile;
  private final Inbound inbound;
  private final Room room;

  /** With endless room on the disk. */
  public Curation(Journal journal, ProfileCheck profile, Inbound inbound) {
    this(journal, profile, inbound, Room.ENDLESS);
  }

  /**
   * @param inbound what the working stage knows
   * @param room for new versions; withdrawing needs none, for that must always be possible
   */
  public Curation(Journal journal, ProfileCheck profile, Inbound inbound, Room room) {
    this.journal = journal;
    this.profile = profile;
    this.inbound = inbound;
    this.room = room;
  }

  /**
   * What is to be said against a description by itself; whether it fits to others is seen when it
   * is saved.
   */
  public List<Violation> check(EntityGraph description) {
    List<Violation> violations = new ArrayList<>(profile.violations(description.toGraph()));
    SelfRelation.objection(description).ifPresent(violations::add);
    return violations;
  }

  /** Where things stand by their newest versions, to see whether others fit to them. */
  public Standing standing() {
    return new Reading(journal, inbound).standing();
  }

  /** As {@link #check}, for who goes on to save many at once and sees himself whether they fit. */
  public Examination examine(EntityGraph description) {
    List<Violation> violations = check(description);
    return new Examination(
        violations,
        violations.isEmpty() ? Optional.of(new Approved(description)) : Optional.empty());
  }

  /**
   * As {@link #examine}, for what our own types did not make: it must be legible as well. What was
   * replaced has no description any more, so there is nothing to be said against it.
   */
  public Examination examineForeign(EntityGraph description) {
    if (Successor.isStub(description)) {
      return new Examination(List.of(), Optional.of(new Approved(description)));
    }
    Examination examination = examine(description);
    List<Violation> illegible =
        examination.approved().isPresent()
            ? Legibility.objection(description).stream().toList()
            : List.of();
    return illegible.isEmpty() ? examination : new Examination(illegible, Optional.empty());
  }

  /**
   * Saves new versions, all or none. A record that is no longer open leaves the public stage with
   * its images in the same step.
   *
   * @return the rows written; a description that changes nothing writes none
   * @throws ProfileViolationException if one of them does not satisfy the profile, would stand
   *     above itself, or has the reference code of another one
   * @throws NoRoomException if the disk is nearly full; nothing is saved then
   */
  public List<Entry> save(Collection<EntityGraph> descriptions, Author author) {
    List<Approved> approved = new ArrayList<>();
    for (EntityGraph description : descriptions) {
      Examination examination = examine(description);
      approved.add(
          examination
              .approved()
              .orElseThrow(
                  () ->
                      new ProfileViolationException(description.iri(), examination.violations())));
    }
    return append(
        reading -> {
          requireWellPlaced(descriptions, reading);
          return drafts(approved, false, author, reading);
        });
  }

  /**
   * Saves what one editor made of a version, unless somebody else has saved another meanwhile.
   *
   * @param basedOn the journal row with the version from which the edit began; 0 if the entity must
   *     not exist yet
   * @return the rows written; an edit that changes nothing writes none
   * @throws ProfileViolationException if the description does not satisfy the profile, cannot be
   *     read as what its IRI says, or would stand above itself, or has the reference code of
   *     another one
   * @throws EditConflictException if there is a newer version; see {@link #compare}
   * @throws NoRoomException if the disk is nearly full; nothing is saved then
   */
  public List<Entry> save(EntityGraph description, long basedOn, Author author) {
    requireFit(description);
    return append(reading -> edit(description, basedOn, author, reading));
  }

  /**
   * What was made of one version.
   *
   * @param basedOn the journal row with the version from which the edit began
   * @param publish whether it takes the place of that version in public as well, if it is open
   */
  public record Edit(EntityGraph description, long basedOn, boolean publish) {}

  /**
   * Saves what was made of several versions, all or none, each as {@link #save(EntityGraph, long,
   * Author)} does.
   *
   * @return the rows written; an edit that changes nothing writes none
   * @throws ProfileViolationException as there, for the first that cannot be taken in
   * @throws EditConflictException as there, for the first of which there is a newer version
   * @throws NoRoomException if the disk is nearly full; nothing is saved then
   */
  public List<Entry> saveAll(Collection<Edit> edits, Author author) {
    List<EntityGraph> descriptions = edits.stream().map(Edit::description).toList();
    descriptions.forEach(this::requireFit);
    return append(
        reading -> {
          requireWellPlaced(descriptions, reading);
          Map<EntityIri, Boolean> open = new HashMap<>();
          return edits.stream().flatMap(edit -> drafts(edit, open, author, reading)).toList();
        });
  }

  private static Stream<Draft> drafts(
      Edit edit, Map<EntityIri, Boolean> open, Author author, Reading reading) {
    return drafts(new Approved(edit.description()), edit.publish(), author, open, reading)
        .map(draft -> draft.action() == Action.PUT ? draft.basedOn(edit.basedOn()) : draft);
  }

  /**
   * As {@link #save(EntityGraph, long, Author)}, for a step that stands in one transaction with the
   * version: decides once only, for the caller is in a transaction that a second try would not get
   * out of.
   *
   * @param also by what else the step was decided
   * @throws PremiseGoneException if somebody has changed what this was decided by
   */
  public List<Entry> saveWithin(
      EntityGraph description, long basedOn, Premise also, Author author) {
    room.require(0);
    requireFit(description);
    Reading reading = new Reading(journal, inbound);
    return journal.append(edit(description, basedOn, author, reading), reading.premise().and(also));
  }

  private void requireFit(EntityGraph description) {
    List<Violation> violations = new ArrayList<>(check(description));
    if (violations.isEmpty()) {
      Legibility.objection(description).ifPresent(violations::add);
    }
    if (!violations.isEmpty()) {
      throw new ProfileViolationException(description.iri(), violations);
    }
  }

  private static List<Draft> edit(
      EntityGraph description, long basedOn, Author author, Reading reading) {
    requireWellPlaced(List.of(description), reading);
    return drafts(List.of(new Approved(description)), false, author, reading).stream()
        .map(draft -> draft.action() == Action.PUT ? draft.basedOn(basedOn) : draft)
        .toList();
  }

  private List<Entry> append(Function<Reading, List<Draft>> decision) {
    room.require(0);
    try {
      return appendDecided(decision);
    } catch (ReferenceCodeInUseException inUse) {
      throw new ProfileViolationException(
          inUse, inUse.conflicts().stream().map(Curation::violation).toList());
    }
  }

  private List<Entry> appendDecided(Function<Reading, List<Draft>> decision) {
    return Decisions.again(
        () -> {
          Reading reading = new Reading(journal, inbound);
          return journal.append(decision.apply(reading), reading.premise());
        });
  }

  private static Violation violation(ReferenceCodeInUseException.Conflict conflict) {
    return new Violation(
        conflict.entity().uri(),
        Rico.identifier.getURI(),
        "档号“%s”已属于 %s。请改用另一个档号，或先改那一条".formatted(conflict.code(), conflict.holder()),
        "The reference code “%s” belongs to %s. Choose another, or change that one first"
            .formatted(conflict.code(), conflict.holder()));
  }

  /**
   * What both editors made of the version from which they began; empty if there is no newer one to
   * compare with. A base that is no version of the entity counts as none.
   */
  public Optional<Comparison> compare(EditConflictException conflict, EntityGraph yours) {
    return version(yours.iri(), conflict.current())
        .map(theirs -> Comparison.of(version(yours.iri(), conflict.base()), theirs, yours));
  }

  /** A version of this entity by the number of its row; empty if it has none there. */
  public Optional<EntityGraph> version(EntityIri entity, long row) {
    return journal.entries(List.of(row)).stream()
        .filter(entry -> entry.entity().equals(entity) && entry.action() == Action.PUT)
        .map(entry -> EntityGraph.ofNTriples(entity, entry.content()))
        .findFirst();
  }

  private static void requireWellPlaced(Collection<EntityGraph> descriptions, Reading reading) {
    Standing standing = reading.standing();
    descriptions.forEach(standing::put);
    for (EntityGraph description : descriptions) {
      EntityIri entity = description.iri();
      List<Objection> objections = standing.objections(entity);
      if (!objections.isEmpty()) {
        throw new ProfileViolationException(
            entity, objections.stream().map(objection -> violation(entity, objection)).toList());
      }
    }
  }

  private static Violation violation(EntityIri entity, Objection objection) {
    return new Violation(
        entity.uri(),
        objection.hierarchy().property().getURI(),
        objection.reason().zh() + "。" + objection.remedy().zh(),
        objection.reason().en().orElseThrow() + ". " + objection.remedy().en().orElseThrow());
  }

  /**
   * Saves new versions, and publishes those that are open in the same step if {@code publish}; all
   * or none. A record that is no longer open leaves the public stage as with {@link #save}.
   *
   * @throws ReferenceCodeInUseException if one of them has the reference code of another one
   * @throws NoRoomException if the disk is nearly full; nothing is saved then
   */
  public List<Entry> take(Collection<Approved> approved, boolean publish, Author author) {
    room.require(0);
    return appendDecided(reading -> drafts(approved, publish, author, reading));
  }

  private static List<Draft> drafts(
      Collection<Approved> approved, boolean publish, Author author, Reading reading) {
    Map<EntityIri, Boolean> open = new HashMap<>();
    return approved.stream().flatMap(each -> drafts(each, publish, author, open, reading)).toList();
  }

  /**
   * @param open what was found of others that are saved in the same step
   */
  private static Stream<Draft> drafts(
      Approved approved,
      boolean publish,
      Author author,
      Map<EntityIri, Boolean> open,
      Reading reading) {
    EntityGraph description = approved.description();
    EntityIri iri = description.iri();
    boolean isOpen = isOpen(description, open, reading);
    open.put(iri, isOpen);
    Draft put = Draft.put(description, author.name(), author.reason());
    if (isOpen && publish) {
      return Stream.of(put, Draft.publish(iri, author.name(), author.reason()));
    }
    return isOpen || iri.type() != EntityType.RECORD
        ? Stream.of(put)
        : Stream.of(put, Draft.withdraw(iri, author.name(), author.reason()));
  }

  /**
   * @param known what was found of others that are saved in the same step
   */
  private static boolean isOpen(
      EntityGraph description, Map<EntityIri, Boolean> known, Reading reading) {
    return switch (description.iri().type()) {
      case RECORD -> isOpenRecord(description);
      case IMAGE, RECORDING ->
          shownRecord(description)
              .map(
                  record ->
                      Optional.ofNullable(known.get(record))
                          .orElseGet(() -> isOpen(record, reading)))
              .orElse(true);
      default -> true;
    };
  }

  /**
   * Publishes the newest versions, all or none.
   *
   * @throws NotOpenException if one of them is, or shows, a record that is not open
   */
  public List<Entry> publish(Collection<EntityIri> entities, Author author) {
    return appendDecided(
        reading -> {
          List<Draft> drafts = new ArrayList<>();
          for (EntityIri entity : entities) {
            if (!isOpen(entity, reading)) {
              throw new NotOpenException(entity);
            }
            drafts.add(Draft.publish(entity, author.name(), author.reason()));
          }
          return drafts;
        });
  }

  /**
   * Publishes one version, though there may be newer ones. Decides once only, for the caller is in
   * a transaction that a second try would not get out of.
   *
   * @param version the row of the version
   * @return the row written; none if this version is in public
   * @throws NotOpenException if it is, or shows, a record that is not open, by this version or by
   *     the newest one; or if it was merged into another
   * @throws PremiseGoneException if somebody has changed what this was decided by
   */
  public List<Entry> publish(EntityIri entity, long version, Author author) {
    EntityGraph wanted =
        version(entity, version).orElseThrow(() -> new NothingToPublishException(entity));
    Reading reading = new Reading(journal, inbound);
    boolean isMerged = reading.current(entity).filter(Successor::isStub).isPresent();
    if (isMerged || !isOpen(entity, reading) || !isOpen(wanted, Map.of(), reading)) {
      throw new NotOpenException(entity);
    }
    return journal.append(
        List.of(Draft.publish(entity, version, author.name(), author.reason())), reading.premise());
  }

  /** Takes entities out of public; a record takes its images with it. */
  public List<Entry> withdraw(Collection<EntityIri> entities, Author author) {
    return journal.append(
        entities.stream()
            .map(entity -> Draft.withdraw(entity, author.name(), author.reason()))
            .toList());
  }

  private static boolean isOpen(EntityIri entity, Reading reading) {
    return switch (entity.type()) {
      case RECORD -> reading.current(entity).filter(Curation::isOpenRecord).isPresent();
      case IMAGE, RECORDING ->
          reading
              .current(entity)
              .flatMap(Curation::shownRecord)
              .map(record -> isOpen(record, reading))
              .orElse(true);
      default -> true;
    };
  }

  private static Optional<EntityIri> shownRecord(EntityGraph image) {
    return new GraphReader(image).link(Rico.isOrWasDigitalInstantiationOf);
  }

  private static boolean isOpenRecord(EntityGraph record) {
    return AccessState.OPEN.isOf(record);
  }
}
