package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.Merging;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Journal;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.testing.RealApplication;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import cn.lantai.stage.StageKind;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was public and is so no more, in the deployed application. */
@ExtendWith(ArquillianExtension.class)
class WithdrawnIT {

  private static final Author EDITOR = new Author("editor", "a test");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final EntityIri LETTER = new EntityIri(EntityType.RECORD, "letter");

  private static final List<String> ADDRESSES =
      List.of(
          "/records/letter",
          "/id/record/letter",
          "/id/image/letter-1",
          "/things/image/letter-1",
          "/data/record/letter.ttl",
          "/data/record/letter.jsonld",
          "/data/image/letter-1.ttl",
          "/iiif/manifest/letter",
          "/iiif/3/letter-1/info.json",
          "/iiif/2/letter-1/full/200,/0/default.jpg");

  @ArquillianResource URL url;
  @Inject Curation curation;
  @Inject Journal journal;
  @Inject Jobs jobs;
  @Inject StageStores stages;

  @TempDir Path temporary;

  @Deployment
  static WebArchive application() {
    return RealApplication.war().addClasses(WithdrawnIT.class, SmallHoldings.class, Web.class);
  }

  @Test
  void whatWasWithdrawnIsGoneEverywhereUntilItIsPublishedAgain() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary)
            .table(
                "records.csv",
                SmallHoldings.RECORDS + "letter,X1-0001,f1,一封信,A letter,示例,1937,,,开放\n")
            .table("images.csv", SmallHoldings.IMAGES + "letter-1.jpg,letter,1,第一页,信\n")
            .image("letter-1.jpg");
    finish(jobs.enqueue("ingest", Map.of("folder", holdings.folder().toString())));
    // The adapter reports the machine's own address, where nobody listens.
    Web web = new Web("http://127.0.0.1:" + url.getPort());
    for (String address : ADDRESSES) {
      assertTrue(web.get(address).statusCode() < 400, address);
    }

    curation.withdraw(List.of(LETTER), EDITOR);
    assertTrue(stages.awaitHead(StageKind.PUBLIC, PATIENCE));
    for (String address : ADDRESSES) {
      HttpResponse<String> gone = web.get(address);
      assertEquals(410, gone.statusCode(), address);
    }
    HttpResponse<String> page = web.page("/records/letter", "Accept-Language", "zh");
    assertEquals(410, page.statusCode());
    assertTrue(page.body().contains("现已撤下"), page.body());
    String ask = "ASK { ?s ?p ?o FILTER(CONTAINS(STR(?o), '一封信')) }";
    assertTrue(
        web.get("/sparql?query=" + Web.encode(ask), "Accept", "text/csv").body().contains("false"));
    assertTrue(!web.page("/archives/f1").body().contains("一封信"), "no list names it");

    curation.publish(List.of(LETTER), EDITOR);
    assertTrue(stages.awaitHead(StageKind.PUBLIC, PATIENCE));
    assertEquals(200, web.page("/records/letter").statusCode());
  }

  @Test
  void whatWasMergedLeadsToTheSurvivorEverywhere() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary)
            .table("persons.csv", SmallHoldings.PERSONS + "kept,茅盾,,\nlost,沈雁冰,,\n")
            .table(
                "records.csv",
                SmallHoldings.RECORDS + "poem,X1-0002,f1,一首诗,A poem,示例,1937,lost,,开放\n");
    finish(jobs.enqueue("ingest", Map.of("folder", holdings.folder().toString())));
    Web web = new Web("http://127.0.0.1:" + url.getPort());
    assertEquals(200, web.page("/people/lost").statusCode());

    Merging merging =
        new Merging(journal, stages.stage(StageKind.WORKING), () -> awaitHead(StageKind.WORKING));
    EntityIri kept = new EntityIri(EntityType.PERSON, "kept");
    merging.merge(new EntityIri(EntityType.PERSON, "lost"), kept, EDITOR);
    awaitHead(StageKind.PUBLIC);
    Map.of(
            "/people/lost", "/people/kept",
            "/id/person/lost", "/id/person/kept",
            "/data/person/lost.ttl", "/data/person/kept.ttl")
        .forEach(
            (old, survivor) -> {
              HttpResponse<String> answer = web.get(old);
              assertEquals(301, answer.statusCode(), old);
              assertTrue(
                  answer.headers().firstValue("Location").orElse("").endsWith(survivor), old);
            });
    assertTrue(web.page("/people/kept").body().contains("一首诗"), "its records are the survivor's");
    assertTrue(web.page("/records/poem").body().contains("茅盾"));
    assertTrue(!web.page("/people").body().contains("/people/lost"), "no list names it");
    String found = web.page("/search?q=" + Web.encode("沈雁冰")).body();
    assertTrue(found.contains("/people/kept"), "it is found by the other name");
    assertTrue(!found.contains("/people/lost"));
  }

  private void awaitHead(StageKind stage) {
    try {
      assertTrue(stages.awaitHead(stage, PATIENCE));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void finish(Job job) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 3000 && isPending(job); i++) {
      never.await(20, TimeUnit.MILLISECONDS);
    }
    assertTrue(!isPending(job), "the job has ended");
  }

  private boolean isPending(Job job) {
    return jobs.newest(100).stream().anyMatch(j -> j.id() == job.id() && j.isPending());
  }
}
