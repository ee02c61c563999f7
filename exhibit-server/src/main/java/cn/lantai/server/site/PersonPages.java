package cn.lantai.server.site;

import cn.lantai.agent.Agent;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.LifeEvent;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.PeopleView;
import cn.lantai.server.site.view.PersonProfile;
import cn.lantai.server.site.view.PersonView;
import cn.lantai.server.site.view.Text;
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
    Notes notes = new Notes(stage, words, cards);
    Statements statements = new Statements(words, cards, notes);
    Footing footing = notes.footing(person.evidence());
    List<LifeEvent> chronology = statements.chronology(person);
    return new PersonProfile(
        words.text(person.name()),
        Cards.pinyin(person),
        words.life(person.begin(), person.end()),
        standing(person),
        words.paragraphs(person.summary()),
        Optional.empty(),
        statements.names(person.names()),
        chronology,
        statements.relations(person.relations()),
        notes.claims(person.evidence()),
        footing,
        notes.all(),
        cards.entityLinks(person.iri()));
  }

  private Optional<Text> standing(Agent person) {
    List<String> parts =
        Stream.concat(
                person.roles().stream(), person.birthPlace().map(place -> place + "人").stream())
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(Text.zh(String.join("，", parts)));
  }
}
