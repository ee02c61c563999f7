package cn.lantai.server.runtime;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A job in the database. */
@Entity(name = "JobRow")
@Table(name = "job")
class JobRow {

  /** A job that takes the process with it every time must not do so for ever. */
  private static final int MOST_STARTS = 50;

  private static final int LONGEST_MESSAGE = 2000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_seq")
  @SequenceGenerator(name = "job_seq", sequenceName = "job_seq", allocationSize = 1)
  private long id;

  private String kind;
  private String parameters;

  @Enumerated(EnumType.STRING)
  private JobState state;

  private long done;
  private long total;
  private String message;
  private String report;
  private int starts;

  @Column(name = "stopped_by")
  private String stoppedBy;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "finished_at")
  private OffsetDateTime finishedAt;

  /** For JPA. */
  protected JobRow() {}

  JobRow(String kind, Map<String, String> parameters) {
    this.kind = kind;
    this.parameters = toJson(parameters);
    this.state = JobState.QUEUED;
    this.message = "";
    this.report = "";
    this.stoppedBy = "";
    this.createdAt = OffsetDateTime.now(ZoneOffset.UTC);
  }

  void start() {
    starts++;
    state = JobState.RUNNING;
    if (starts > MOST_STARTS) {
      end(JobState.FAILED, "Started " + (starts - 1) + " times and never finished");
    } else if (!stoppedBy.isEmpty()) {
      endStopped();
    }
  }

  /** Notes who has had enough of it; what does not run ends here. */
  void stop(String by) {
    if (state == JobState.DONE || state == JobState.FAILED) {
      return;
    }
    stoppedBy = by;
    if (state != JobState.RUNNING) {
      endStopped();
    }
  }

  void endStopped() {
    end(
        JobState.FAILED,
        "已由 %s 停止，此前完成的都保留。Stopped by %s; what was done before stays."
            .formatted(stoppedBy, stoppedBy));
  }

  String kind() {
    return kind;
  }

  /** Stops for want of room, which is not the job's fault. */
  void waitForRoom(String sentence) {
    starts--;
    end(JobState.INTERRUPTED, sentence);
  }

  void progress(long newDone, long newTotal, String newMessage) {
    done = newDone;
    total = newTotal;
    message = cut(newMessage);
  }

  void report(String newReport) {
    report = newReport;
  }

  void end(JobState newState, String newMessage) {
    state = newState;
    message = cut(newMessage);
    if (newState != JobState.INTERRUPTED) {
      finishedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }
  }

  Job view() {
    return new Job(
        id,
        kind,
        fromJson(parameters),
        state,
        done,
        total,
        message,
        Optional.of(report).filter(path -> !path.isEmpty()),
        Optional.of(stoppedBy).filter(by -> !by.isEmpty()),
        createdAt.toInstant(),
        Optional.ofNullable(finishedAt).map(OffsetDateTime::toInstant));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
  }

  private static String toJson(Map<String, String> map) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(map).forEach(json::add);
    return json.build().toString();
  }

  private static Map<String, String> fromJson(String text) {
    JsonObject json = Json.createReader(new StringReader(text)).readObject();
    Map<String, String> map = new TreeMap<>();
    json.forEach((name, value) -> map.put(name, ((JsonString) value).getString()));
    return Map.copyOf(map);
  }
}
