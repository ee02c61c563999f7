package cn.lantai.server.site;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.search.Summary;
import cn.lantai.selection.Item;
import cn.lantai.selection.Selection;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.ContentSecurity;
import cn.lantai.server.render.Language;
import cn.lantai.server.render.Origins;
import cn.lantai.server.render.PageContext;
import cn.lantai.server.render.Renderer;
import cn.lantai.server.render.Scheme;
import cn.lantai.server.render.Themes;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.compose.Difference;
import org.apache.jena.graph.compose.Union;

/**
 * What curators see of things that are not, or not yet, in public: the working stage as far as the
 * rights of who asks go, and what is public beyond.
 */
@ApplicationScoped
public class Previews {

  @Inject StageStores stores;
  @Inject Addresses addresses;
  @Inject Themes themes;
  @Inject Renderer renderer;
  @Inject OpeningTimes times;
  @Inject Originals originals;
  @Inject Visitor visitor;

  /**
   * A page image, or a canvas of a loan, that can be chosen.
   *
   * @param name as cells write it
   * @param number of the page in its record
   */
  public record Leaf(String name, int number, Image image) {}

  /**
   * A page as it is sent.
   *
   * @param origins the servers from which it shows images
   */
  @SuppressWarnings("ArrayRecordComponent") // sent, not compared
  public record Rendered(byte[] html, Collection<String> origins) {}

  /**
   * A selection as its page would be, made by what makes the public one. Only a page of this server
   * may frame it.
   *
   * @param stage whether what is not in public is shown as well
   */
  public Response page(Selection selection, StageKind stage, Language language, String theme) {
    PageContext context =
        new PageContext(
            language,
            themes.knows(theme) ? theme : Themes.DEFAULT,
            Scheme.LIGHT,
            Addresses.pagePath(selection.iri()),
            addresses.base().substring(0, addresses.base().length() - 1),
            Optional.empty(),
            Set.of(),
            "",
            0);
    PageView view = read(stage, language, site -> site.preview(selection));
    return Response.ok(renderer.render(view, context), "text/html;charset=UTF-8")
        .header(
            "Content-Security-Policy",
            ContentSecurity.showing(ContentSecurity.FRAMED, Origins.of(view)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * One version as its page would be in public.
   *
   * @param images of this record, which are shown as if they were public as well
   * @param address where it is shown, and the images below it
   * @param page of a thing whose page has several
   */
  public record Shared(EntityGraph version, List<PageImage> images, String address, int page) {}

  /**
   * A version among what is public, and nothing else of the working stage; empty if it has no such
   * page.
   */
  public Optional<Rendered> page(Shared shared, PageContext context) {
    EntityIri entity = shared.version().iri();
    Staging staging =
        Staging.of(
            entity,
            shared.address(),
            shared.images().stream().map(PageImage::iri).collect(Collectors.toSet()));
    Optional<PageView> view =
        stores
            .stage(StageKind.PUBLIC)
            .read(
                data ->
                    new Site(
                            overlaid(data.getDefaultGraph(), shared),
                            stores.index(StageKind.PUBLIC),
                            context.language(),
                            addresses,
                            OpeningTimes.NONE,
                            staging)
                        .page(entity, shared.page()));
    return view.map(each -> new Rendered(renderer.render(each, context), Origins.of(each)));
  }

  /** The public graph in which the version stands in the place of the published one. */
  private Graph overlaid(Graph stage, Shared shared) {
    Graph own = underPublicBase(shared.version());
    Graph hidden = GraphMemFactory.createDefaultGraph();
    hide(stage, shared.version().iri(), hidden);
    for (PageImage image : shared.images()) {
      GraphUtil.addInto(own, underPublicBase(image.toGraph()));
      hide(stage, image.iri(), hidden);
    }
    return new Union(own, new Difference(stage, hidden));
  }

  private void hide(Graph stage, EntityIri entity, Graph hidden) {
    EntityGraph.cut(stage, entity, addresses.base())
        .ifPresent(published -> GraphUtil.addInto(hidden, underPublicBase(published)));
  }

  private Graph underPublicBase(EntityGraph entity) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    entity
        .triples()
        .forEach(
            triple -> graph.add(Rebase.triple(triple, EntityIri.INTERNAL_BASE, addresses.base())));
    return graph;
  }

  /** The page images of a record by the working stage, each with how far it is open. */
  public List<PageImage> images(EntityIri record) {
    return stores
        .stage(StageKind.WORKING)
        .read(data -> new StageReader(data.getDefaultGraph(), addresses.base()).images(record));
  }

  /** Cards of records of the working stage, from what its index found. */
  public List<RecordCard> records(List<Summary> found, Language language) {
    return read(StageKind.WORKING, language, site -> site.cards().records(found));
  }

  /**
   * The pages of records, and the canvases of loans, in order, as far as the working stage has
   * them.
   */
  public Map<EntityIri, List<Leaf>> leaves(Collection<EntityIri> records, Language language) {
    return read(
        StageKind.WORKING,
        language,
        site -> {
          Map<EntityIri, List<Leaf>> leaves = new LinkedHashMap<>();
          for (EntityIri record : records) {
            leaves.put(record, site.leaves(record));
          }
          return leaves;
        });
  }

  /** An image, if the working stage has it. */
  public Optional<Image> image(EntityIri image, Language language) {
    return read(StageKind.WORKING, language, site -> site.cards().image(image));
  }

  /** The recordings of records, in order, as far as the working stage has them. */
  public Map<EntityIri, List<Recording>> recordings(Collection<EntityIri> records) {
    return read(
        StageKind.WORKING,
        Language.ZH,
        site -> {
          Map<EntityIri, List<Recording>> recordings = new LinkedHashMap<>();
          records.forEach(record -> recordings.put(record, site.recordings(record)));
          return recordings;
        });
  }

  /** The recording that an item plays, as the working stage has it. */
  public Optional<Recording> played(Item item) {
    return read(StageKind.WORKING, Language.ZH, site -> site.played(item));
  }

  /** The record that a page image belongs to. */
  public Optional<EntityIri> recordOf(EntityIri image) {
    return read(StageKind.WORKING, Language.ZH, site -> site.recordOf(image));
  }

  /** Those of them that visitors can see. */
  public Set<EntityIri> inPublic(Collection<EntityIri> entities) {
    return stores
        .stage(StageKind.PUBLIC)
        .read(
            data -> {
              StageReader reader = new StageReader(data.getDefaultGraph(), addresses.base());
              Set<EntityIri> seen = new HashSet<>(entities);
              seen.removeIf(entity -> !reader.exists(entity));
              return seen;
            });
  }

  private <T> T read(StageKind stage, Language language, Function<Site, T> query) {
    return stores
        .stage(stage)
        .read(
            data ->
                stage == StageKind.WORKING
                    ? seen(
                        data.getDefaultGraph(),
                        graph -> query.apply(site(graph, stage, language, originals.staging())))
                    : query.apply(site(data.getDefaultGraph(), stage, language, Staging.NONE)));
  }

  private Site site(Graph graph, StageKind stage, Language language, Staging staging) {
    return new Site(graph, stores.index(stage), language, addresses, times, staging);
  }

  private <T> T seen(Graph working, Function<Graph, T> query) {
    Rights rights = visitor.rights();
    return rights.mayEverywhere(Permission.SEE)
        ? query.apply(working)
        : stores
            .stage(StageKind.PUBLIC)
            .read(
                data ->
                    query.apply(
                        new SeenGraph(
                            working,
                            data.getDefaultGraph(),
                            entity -> rights.may(Permission.SEE, entity),
                            addresses.base())));
  }
}
