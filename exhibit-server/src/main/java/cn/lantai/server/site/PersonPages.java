package cn.lantai.server.site;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.Relation;
import cn.lantai.name.NameKind;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.PeopleView;
import cn.lantai.server.site.view.PersonProfile;
import cn.lantai.server.site.view.PersonView;
import cn.lantai.server.site.view.Text;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages of persons, with or without a collection of their own, and the list of people. */
final class PersonPages {

  private static final int PEOPLE_ON_A_PAGE = 60;

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;

  PersonPages(StageReader stage, StageIndex index, Wording words, Cards cards) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
  }

  PageView list(SelectionPages selections, int page) {
    Paging paging = new Paging("/people", page, PEOPLE_ON_A_PAGE);
    Listing.Stretch people = people(paging.first(), paging.size());
    return new PeopleView(
        page == 1 ? selections.cards(EntityType.COLLECTION) : List.of(),
        people.summaries().stream().map(cards::person).toList(),
        paging.pager(people.total()));
  }

  /** In the order of their pinyin. */
  Listing.Stretch people(long first, int size) {
    return index.list(Listing.all(EntityType.PERSON), first, size);
  }

  Optional<PageView> page(EntityIri iri, int page) {
    return profile(iri)
        .map(
            profile -> {
              Cards.RecordList records = cards.recordsAbout(iri, page);
              return new PersonView(
                  profile, records.records(), records.pager(), cards.appearances(iri));
            });
  }

  Optional<PersonProfile> profile(EntityIri iri) {
    return stage.agent(iri).map(this::profile);
  }

  private PersonProfile profile(Agent person) {
    Notes notes = new Notes(cards::link);
    List<PersonProfile.LifeEvent> chronology =
        person.facts().stream().map(fact -> lifeEvent(fact, person, notes)).toList();
    return new PersonProfile(
        words.text(person.name()),
        Cards.pinyin(person),
        words.life(person.begin(), person.end()),
        standing(person),
        words.paragraphs(person.summary()),
        Optional.empty(),
        names(person),
        chronology,
        person.relations().stream().flatMap(relation -> relation(relation).stream()).toList(),
        cards.claims(person.evidence(), notes),
        notes.all(),
        Cards.certainty(person.evidence().certainty()),
        cards.entityLinks(person.iri()));
  }

  private Optional<Text> standing(Agent person) {
    List<String> parts =
        Stream.concat(
                person.roles().stream(), person.birthPlace().map(place -> place + "人").stream())
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(Text.zh(String.join("，", parts)));
  }

  private List<PersonProfile.Name> names(Agent person) {
    return person.names().stream()
        .filter(name -> name.kind() != NameKind.PINYIN)
        .map(
            name ->
                new PersonProfile.Name(
                    Text.of(
                        name.kind() == NameKind.TRADITIONAL ? "zh-Hant" : "zh-Hans", name.text()),
                    words.term(name.kind().slug()),
                    List.of()))
        .toList();
  }

  private PersonProfile.LifeEvent lifeEvent(Agent.Fact fact, Agent person, Notes notes) {
    Optional<EdtfDate> date = fact.date().flatMap(HistoricalDate::edtf);
    return new PersonProfile.LifeEvent(
        date.map(value -> words.own(words.years(value)))
            .orElseGet(() -> words.own("不详", "undated")),
        date.filter(value -> value.value().length() > 4 && !value.value().contains("/"))
            .map(words::date),
        date.flatMap(value -> age(person, value)),
        List.of(words.text(fact.text())),
        Cards.certainty(fact.grounds().certainty()),
        notes.numbers(fact.grounds().citations().stream().map(Citation::target).toList()),
        Optional.empty());
  }

  /** In full years, where both dates are exact enough for it to be certain within a year. */
  private static Optional<Integer> age(Agent person, EdtfDate date) {
    Optional<LocalDate> born =
        person.begin().flatMap(HistoricalDate::edtf).flatMap(EdtfDate::earliest);
    return born.flatMap(
        birth ->
            date.earliest()
                .filter(day -> !day.isBefore(birth))
                .map(day -> Period.between(birth, day).getYears())
                .filter(years -> years < 110));
  }

  private Optional<PersonProfile.Relation> relation(Relation relation) {
    return cards
        .link(relation.other())
        .map(
            link ->
                new PersonProfile.Relation(
                    relation
                        .words()
                        .map(words::text)
                        .orElseGet(() -> words.term(relation.kind().slug())),
                    link));
  }
}
