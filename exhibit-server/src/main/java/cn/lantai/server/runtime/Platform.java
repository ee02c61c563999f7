package cn.lantai.server.runtime;

import cn.lantai.media.MediaStore;
import cn.lantai.preservation.Restore;
import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.cantaloupe.Cantaloupe;
import cn.lantai.server.command.CommandOutput;
import cn.lantai.server.command.Commands;
import cn.lantai.server.grizzly.FrontDoor;
import cn.lantai.server.preservation.Schedule;
import cn.lantai.server.security.Accounts;
import cn.lantai.server.security.ControlKey;
import cn.lantai.server.showing.PublicationSchedule;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.apache.jena.sys.JenaSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens everything in order, and closes it in the reverse order. */
@ApplicationScoped
public class Platform {

  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
  private static final String NAME = "cn.lantai:type=Platform";

  /** The kind of job that loads a folder of catalogue tables and images. */
  static final String INGEST = "ingest";

  @Inject Settings settings;
  @Inject Database database;
  @Inject Accounts accounts;
  @Inject Stores stores;
  @Inject Jobs jobs;
  @Inject Commands commands;
  @Inject ControlKey controlKey;
  @Inject Schedule schedule;
  @Inject PublicationSchedule publications;
  @Inject Cantaloupe cantaloupe;
  @Inject MediaStore media;
  @Inject FrontDoor frontDoor;
  @Inject AuditLog log;
  @Inject Repetitions repetitions;

  /** What begins later begins as part of this application. */
  @Resource ContextService context;

  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final AtomicReference<String> firstPassword = new AtomicReference<>("");
  private volatile Phase phase = Phase.STARTING;
  private volatile String problem = "";
  private volatile String activity = "";
  private final List<String> commandLines = new CopyOnWriteArrayList<>();
  private volatile boolean commandSucceeded;

  enum Phase {
    STARTING,
    READY,
    FAILED,
    STOPPED
  }

  /** Opens what has to be there, and works and serves as soon as the container is through too. */
  void start() {
    showToLauncher();
    // Before any thread of ours can begin it as well: Jena lets a second one go on before all is
    // there.
    JenaSystem.init();
    orFail(
        () -> {
          closers.push(frontDoor::close);
          frontDoor.open();
          open();
        });
    ContainerStart.whenOver(context.contextualRunnable(() -> orFail(this::begin)));
  }

  private void begin() {
    if (phase == Phase.STARTING) {
      if (settings.command().equals("serve")) {
        work();
      }
      closers.push(frontDoor::pause);
      frontDoor.serve();
      phase = Phase.READY;
      LOG.info("Lantai is ready at {}", settings.baseUrl());
    }
  }

  private void orFail(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error failure) {
      problem = sentence(failure);
      LOG.error("Lantai cannot start", failure);
      close();
      phase = Phase.FAILED;
      throw failure;
    }
  }

  void stop() {
    if (phase != Phase.FAILED) {
      close();
      phase = Phase.STOPPED;
      LOG.info("Lantai has stopped");
    }
  }

  public boolean isReady() {
    return phase == Phase.READY;
  }

  private void open() {
    if (Restore.isIncomplete(settings.data()) && !settings.command().equals("restore")) {
      throw new IllegalStateException(
          "这里的恢复没有完成，请再次运行 restore。A restore is not finished here: run restore again.");
    }
    activity = "database";
    database.migrate();
    activity = "journal";
    closers.push(stores::close);
    stores.open();
    if (!settings.command().equals("serve")) {
      commandSucceeded = commands.run(settings.command(), new OfflineCommand());
      return;
    }
    closers.push(this::noteStop);
    noteStart();
    accounts.createAdministratorIfNone().ifPresent(firstPassword::set);
    stores.catchUp(row -> activity = "stages " + row + "/" + stores.head());
    activity = "";
  }

  /** Starts what has threads of its own. */
  private void work() {
    closers.push(database::stopReclaiming);
    database.startReclaiming();
    closers.push(repetitions::stop);
    repetitions.start();
    closers.push(cantaloupe::stop);
    cantaloupe.start(media);
    closers.push(jobs::stop);
    queueSamples();
    jobs.start();
    closers.push(schedule::stop);
    schedule.start();
    closers.push(publications::stop);
    publications.start();
    closers.push(controlKey::close);
    controlKey.open();
  }

  private void noteStart() {
    log.note(
        AuditNote.of(AuditAction.SERVER_STARTED)
            .by(Actor.SERVER)
            .with(AuditKey.VERSION, Build.version())
            .with(AuditKey.SETTINGS, String.join(" ", settings.names())));
  }

  private void noteStop() {
    log.note(AuditNote.of(AuditAction.SERVER_STOPPED).by(Actor.SERVER));
  }

  /** Once: a demonstration that was interrupted goes on by its job. */
  private void queueSamples() {
    if (stores.head() == 0 && jobs.newest(1).isEmpty()) {
      settings
          .demoSamples()
          .ifPresent(folder -> jobs.enqueue(INGEST, Map.of("folder", folder.toString())));
    }
  }

  private void close() {
    while (!closers.isEmpty()) {
      try {
        closers.pop().run();
      } catch (RuntimeException failure) {
        LOG.error("Something did not close cleanly", failure);
      }
    }
  }

  private static String sentence(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
    return message.lines().findFirst().orElse("");
  }

  private void showToLauncher() {
    hideFromLauncher();
    try {
      server()
          .registerMBean(new StandardMBean(new View(), PlatformMBean.class), new ObjectName(NAME));
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void hideFromLauncher() {
    try {
      ObjectName name = new ObjectName(NAME);
      if (server().isRegistered(name)) {
        server().unregisterMBean(name);
      }
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }

  /** The one command that this run is for; the launcher asks for what it said. */
  private final class OfflineCommand extends CommandOutput {

    OfflineCommand() {
      super(settings.commandArguments(), false);
    }

    @Override
    public void say(String line) {
      commandLines.add(line);
    }

    @Override
    public void progress(long done, long total, String step) {
      activity = Progress.line(done, total, step);
    }
  }

  private final class View implements PlatformMBean {

    @Override
    public String getPhase() {
      return phase.name();
    }

    @Override
    public String getProblem() {
      return problem;
    }

    @Override
    public String getActivity() {
      return jobs.activity().orElse(activity);
    }

    @Override
    public long getPendingJobs() {
      return phase == Phase.READY && settings.command().equals("serve") ? jobs.pending() : 0;
    }

    @Override
    public String getFailedJob() {
      return jobs.failure().orElse("");
    }

    @Override
    public String[] getCommandOutput() {
      return commandLines.toArray(String[]::new);
    }

    @Override
    public boolean isCommandSucceeded() {
      return commandSucceeded;
    }

    @Override
    public String takeFirstPassword() {
      return firstPassword.getAndSet("");
    }
  }
}
