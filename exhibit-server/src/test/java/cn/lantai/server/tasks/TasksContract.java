package cn.lantai.server.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the list of tasks does, on whatever database. */
abstract class TasksContract {

  private static final EntityIri HALL = new EntityIri(EntityType.EXHIBITION, "hall");
  private static final EntityIri OTHER = new EntityIri(EntityType.STUDY, "other");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Instant START = Instant.parse("2026-11-22T08:00:00.123Z");

  private JournalDatabase database;
  private EntityManagerFactory factory;
  private Tasks tasks;
  private Instant now = START;

  /** The address of an empty database, which {@link #user} may open without a password. */
  protected abstract String url() throws SQLException;

  protected abstract String user();

  @BeforeEach
  void open() throws SQLException {
    String url = url();
    database = JournalDatabase.at(url, user(), "");
    database.migrate();
    factory =
        Persistence.createEntityManagerFactory(
            "server",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.jdbc.url", url,
                "jakarta.persistence.jdbc.user", user(),
                "jakarta.persistence.jdbc.password", "",
                "eclipselink.logging.level.transaction", "SEVERE",
                "eclipselink.session-name", "tasks-" + System.identityHashCode(this)));
    tasks = new Tasks(new ResourceLocalTransactions(factory), clock());
  }

  @AfterEach
  void close() {
    factory.close();
    database.shutdown();
  }

  @Test
  void aTaskIsReadAsItWasWritten() {
    Duty duty =
        new Duty(
            "  借“复制件”𠮷 ",
            Optional.of("wang"),
            Optional.of(DAY),
            Optional.of(DAY.plusDays(6)),
            TaskState.DOING,
            14);
    Task task = tasks.add(HALL, List.of(duty), "li").get(0);
    assertEquals(Optional.of(task), tasks.find(task.id()));
    assertEquals(duty, task.duty());
    assertEquals("借“复制件”𠮷", task.duty().title());
    assertEquals(1, task.version());
    assertEquals("li", task.agent());
    assertEquals(START, task.at());
    assertEquals(Optional.of(new Task.Giving("li", START)), task.given());
    Task plain = tasks.add(OTHER, List.of(duty("写前言")), "li").get(0);
    assertEquals(Optional.empty(), plain.given());
    assertEquals(Optional.empty(), plain.duty().due());
    assertEquals(List.of(task), tasks.of(HALL), "each has its own");
  }

  @Test
  void ofTwoWhoChangeATaskTheSecondIsToldAndNothingIsLost() {
    Task task = tasks.add(HALL, List.of(duty("校对")), "li").get(0);
    Task changed = tasks.change(task.id(), 1, duty("校对两遍"), "wang");
    assertEquals(2, changed.version());
    TaskRefusedException refused =
        assertThrows(
            TaskRefusedException.class, () -> tasks.change(task.id(), 1, duty("不校对"), "zhao"));
    assertEquals(Reason.MOVED_ON, refused.reason());
    assertEquals(Optional.of(changed), refused.current());
    assertEquals(
        Reason.MOVED_ON,
        assertThrows(TaskRefusedException.class, () -> tasks.remove(task.id(), 1)).reason());
    assertEquals("校对两遍", tasks.find(task.id()).orElseThrow().duty().title());
    tasks.remove(task.id(), 2);
    assertEquals(List.of(), tasks.of(HALL));
    assertEquals(
        Reason.GONE,
        assertThrows(TaskRefusedException.class, () -> tasks.change(task.id(), 2, duty("x"), "li"))
            .reason());
  }

  @Test
  void whatChangesNothingIsNoNewVersion() {
    Task task = tasks.add(HALL, List.of(duty("校对")), "li").get(0);
    assertEquals(task, tasks.change(task.id(), 1, duty("校对"), "wang"));
  }

  @Test
  void itIsKnownWhoGaveATaskToWhomItBelongs() {
    Task task = tasks.add(HALL, List.of(of("wang", "校对", Optional.empty())), "li").get(0);
    now = START.plus(Duration.ofDays(1));
    Task done = tasks.change(task.id(), 1, task.duty().in(TaskState.DOING), "wang");
    assertEquals(Optional.of(new Task.Giving("li", START)), done.given(), "as before");
    Task passedOn = tasks.change(task.id(), 2, of("zhao", "校对", Optional.empty()), "wang");
    assertEquals(Optional.of(new Task.Giving("wang", now)), passedOn.given());
    Task left = tasks.change(task.id(), 3, duty("校对"), "wang");
    assertEquals(Optional.empty(), left.given());
  }

  @Test
  void tasksAreMovedBehindAnotherOrByPlaces() {
    List<Long> ids = add("a", "b", "c", "d");
    tasks.move(ids.get(3), OptionalLong.of(ids.get(0)));
    assertEquals("adbc", order());
    tasks.move(ids.get(2), OptionalLong.empty());
    assertEquals("cadb", order());
    tasks.shift(ids.get(2), 1);
    assertEquals("acdb", order());
    tasks.shift(ids.get(0), -1);
    assertEquals("acdb", order(), "it is the first already");
    tasks.shift(ids.get(1), 1);
    assertEquals("acdb", order(), "it is the last already");
    tasks.move(ids.get(1), OptionalLong.of(ids.get(1)));
    assertEquals("acdb", order());
    assertEquals(1, tasks.find(ids.get(0)).orElseThrow().version(), "to move changes no task");
    long elsewhere = tasks.add(OTHER, List.of(duty("x")), "li").get(0).id();
    assertEquals(
        Reason.GONE,
        assertThrows(
                TaskRefusedException.class,
                () -> tasks.move(ids.get(0), OptionalLong.of(elsewhere)))
            .reason());
    assertEquals("acdb", order(), "nothing is half done");
    tasks.remove(ids.get(2), 1);
    tasks.add(HALL, List.of(duty("e")), "li");
    assertEquals("adbe", order());
  }

  @Test
  void aListHasAnEndAndIsAddedToAsAWhole() {
    List<Duty> many = Collections.nCopies(Tasks.MOST - 1, duty("一项"));
    tasks.add(HALL, many, "li");
    assertEquals(
        Reason.TOO_MANY,
        assertThrows(
                TaskRefusedException.class,
                () -> tasks.add(HALL, List.of(duty("二"), duty("三")), "li"))
            .reason());
    assertEquals(Tasks.MOST - 1, tasks.of(HALL).size());
    tasks.add(HALL, List.of(duty("二")), "li");
  }

  @Test
  void whatSomebodyHasToDoIsSortedByWhenItIsDue() {
    tasks.add(
        HALL,
        List.of(
            of("wang", "some day", Optional.empty()),
            of("wang", "later", Optional.of(DAY.plusDays(1))),
            of("li", "not his", Optional.of(DAY)),
            of("wang", "done", Optional.of(DAY)).in(TaskState.DONE),
            of("wang", "put off", Optional.of(DAY)).in(TaskState.PUT_OFF)),
        "li");
    tasks.add(OTHER, List.of(of("wang", "first", Optional.of(DAY)).in(TaskState.DOING)), "li");
    assertEquals(
        List.of("first", "later", "some day"),
        tasks.openOf("wang", 10).stream().map(task -> task.duty().title()).toList());
    assertEquals(1, tasks.openOf("wang", 1).size());
  }

  @Test
  void manyWhoBeginAListAtOnceAllAddToIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String title = "第 " + i + " 项";
      work.add(() -> tasks.add(HALL, List.of(duty(title)), "li").size());
    }
    try {
      for (Future<Integer> added : pool.invokeAll(work)) {
        assertEquals(1, added.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(4, tasks.of(HALL).size());
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    List<Long> ids = add("a", "b", "c", "d", "e", "f");
    ExecutorService pool = Executors.newFixedThreadPool(6);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int number = i;
      long id = ids.get(i % ids.size());
      work.add(
          () -> {
            tasks.shift(id, number % 2 == 0 ? 1 : -1);
            return true;
          });
      work.add(() -> changed(ids.get(0), "第 " + number + " 稿"));
    }
    try {
      int changes = 0;
      for (Future<Boolean> future : pool.invokeAll(work)) {
        changes += Boolean.TRUE.equals(future.get()) ? 1 : 0;
      }
      assertEquals(48, changes);
    } finally {
      pool.shutdownNow();
    }
    List<Task> after = tasks.of(HALL);
    assertEquals(new HashSet<>(ids), new HashSet<>(after.stream().map(Task::id).toList()));
    assertEquals(25, tasks.find(ids.get(0)).orElseThrow().version(), "each change is one version");
  }

  /** Looks and tries again, as somebody does who is told. */
  private boolean changed(long id, String title) {
    for (int attempt = 0; attempt < 500; attempt++) {
      try {
        tasks.change(id, tasks.find(id).orElseThrow().version(), duty(title), "li");
        return true;
      } catch (TaskRefusedException overtaken) {
        assertTrue(overtaken.current().isPresent());
      }
    }
    return false;
  }

  private List<Long> add(String... titles) {
    return tasks.add(HALL, Stream.of(titles).map(TasksContract::duty).toList(), "li").stream()
        .map(Task::id)
        .toList();
  }

  private String order() {
    return String.join("", tasks.of(HALL).stream().map(task -> task.duty().title()).toList());
  }

  private static Duty duty(String title) {
    return new Duty(title, Optional.empty(), Optional.empty(), Optional.empty(), TaskState.TODO, 0);
  }

  private static Duty of(String person, String title, Optional<LocalDate> due) {
    return new Duty(title, Optional.of(person), Optional.empty(), due, TaskState.TODO, 0);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
