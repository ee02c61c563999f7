package cn.lantai.server.runtime;

import cn.lantai.access.ImageCatalogue;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Journal;
import cn.lantai.journal.JpaJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.media.imageapi.ImageServer;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.RenditionCache;
import cn.lantai.media.imageapi.SizeLimits;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.opening.Openings;
import cn.lantai.opening.WordLists;
import cn.lantai.review.Reviews;
import cn.lantai.search.StageIndex;
import cn.lantai.server.audit.Actors;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.JdbcAuditLog;
import cn.lantai.server.audit.SqlTransactions;
import cn.lantai.server.iiif.ImageAnswers;
import cn.lantai.server.iiif.PublicBase;
import cn.lantai.server.iiif.PublicImages;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.opening.OpeningSettings;
import cn.lantai.server.recordings.PublicRecordings;
import cn.lantai.server.render.Assets;
import cn.lantai.server.render.Renderer;
import cn.lantai.server.render.Themes;
import cn.lantai.server.review.ReviewSettings;
import cn.lantai.server.sparql.SparqlLimits;
import cn.lantai.server.sparql.SparqlService;
import cn.lantai.server.tasks.Tasks;
import cn.lantai.showing.Showings;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.StageKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;

/**
 * Puts the parts together that know no container. What is injected as a {@link GraphStore} or a
 * {@link StageIndex} is of the public stage: nothing that answers visitors can reach the working
 * one by mistake.
 */
@ApplicationScoped
public class Wiring {

  private static final long RENDITIONS_BYTES = 4L << 30;
  private static final Duration IMAGE_PATIENCE = Duration.ofSeconds(20);

  /** Work beside a job goes on in the container's threads, for only they have its transactions. */
  @Resource ManagedThreadFactory threads;

  @Produces
  @Singleton
  Journal journal(ContainerTransactions transactions) {
    return new JpaJournal(transactions);
  }

  @Produces
  GraphStore publicStage(StageStores stores) {
    return stores.stage(StageKind.PUBLIC);
  }

  @Produces
  StageIndex publicIndex(StageStores stores) {
    return stores.index(StageKind.PUBLIC);
  }

  @Produces
  @Singleton
  Addresses addresses(Settings settings) {
    return new Addresses(settings.baseUrl() + "/");
  }

  @Produces
  @Singleton
  PublicBase publicBase(Settings settings) {
    return settings::baseUrl;
  }

  @Produces
  @Singleton
  Curation curation(Journal journal, StageStores stores, Addresses addresses, DiskRoom room) {
    return new Curation(
        journal,
        new ProfileCheck(),
        (entity, property) -> pointingAt(entity, property, stores, addresses.base()),
        room);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  AuditLog auditLog(ContainerTransactions transactions, Actors actors, Clock clock) {
    return new JdbcAuditLog(SqlTransactions.over(transactions), actors::current, clock);
  }

  @Produces
  @Singleton
  Reviews reviews(
      ContainerTransactions transactions,
      Journal journal,
      Curation curation,
      ReviewSettings settings,
      Clock clock) {
    return new Reviews(transactions, journal, curation, settings.policy(), clock);
  }

  @Produces
  @Singleton
  Showings showings(
      ContainerTransactions transactions,
      Journal journal,
      Curation curation,
      Reviews reviews,
      Clock clock) {
    return new Showings(transactions, journal, curation, reviews, clock);
  }

  @Produces
  @Singleton
  Openings openings(
      ContainerTransactions transactions,
      Journal journal,
      Curation curation,
      OpeningSettings settings,
      Clock clock) {
    return new Openings(transactions, journal, curation, settings.years(), clock);
  }

  @Produces
  @Singleton
  WordLists wordLists(ContainerTransactions transactions, Clock clock) {
    return new WordLists(transactions, clock);
  }

  @Produces
  @Singleton
  Tasks tasks(ServerTransactions transactions, Clock clock) {
    return new Tasks(transactions, clock);
  }

  @Produces
  @Singleton
  Importer importer(Journal journal, Curation curation, MediaStore media, Mappings mappings) {
    return new Importer(journal, curation, media, mappings, threads);
  }

  @Produces
  @Singleton
  Mappings mappings(Settings settings) {
    return new Mappings(settings.data().resolve("mappings"));
  }

  private static List<EntityIri> pointingAt(
      EntityIri entity, Property property, StageStores stores, String base) {
    return stores
        .stage(StageKind.WORKING)
        .read(
            data ->
                data
                    .getDefaultGraph()
                    .find(Node.ANY, property.asNode(), NodeFactory.createURI(entity.uri(base)))
                    .toList()
                    .stream()
                    .flatMap(triple -> EntityIri.parse(triple.getSubject().getURI(), base).stream())
                    .distinct()
                    .toList());
  }

  @Produces
  @Singleton
  MediaStore mediaStore(Settings settings) {
    try {
      return MediaStore.open(
          settings.data().resolve("media"), MediaStore.DEFAULT_MAX_PIXELS, settings.digests());
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Produces
  @Singleton
  ImageService imageService(MediaStore media, ImageServer server) {
    try {
      return new ImageService(
          media,
          SizeLimits.DEFAULT,
          RenditionCache.open(media.cacheFolder(), RENDITIONS_BYTES),
          IMAGE_PATIENCE,
          server);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Produces
  @ApplicationScoped
  ImageCatalogue imageCatalogue(GraphStore stage, Addresses addresses) {
    return new PublicImages(stage, addresses.base());
  }

  @Produces
  @Singleton
  ImageAnswers imageAnswers(ImageCatalogue catalogue, ImageService images, PublicBase base) {
    return new ImageAnswers(catalogue, images, base.url());
  }

  @Produces
  @Singleton
  PublicRecordings publicRecordings(GraphStore stage, Addresses addresses) {
    return new PublicRecordings(stage, addresses.base());
  }

  @Produces
  @Singleton
  EntityData entityData(GraphStore stage, Addresses addresses) {
    return new EntityData(stage, addresses);
  }

  @Produces
  @Singleton
  SparqlService sparqlService(GraphStore stage, Addresses addresses) {
    return new SparqlService(stage, addresses, SparqlLimits.defaults());
  }

  void close(@Disposes SparqlService service) {
    service.close();
  }

  @Produces
  @Singleton
  Themes themes(Settings settings) {
    Path own = settings.data().resolve("themes");
    return Files.isDirectory(own) ? Themes.with(own) : Themes.builtIn();
  }

  @Produces
  @Singleton
  Assets assets(Themes themes) {
    return new Assets(themes);
  }

  @Produces
  @Singleton
  Renderer renderer(Themes themes, Assets assets) {
    return new Renderer(themes, assets);
  }
}
