package cn.lantai.server.runtime;

import cn.lantai.media.DigestAlgorithm;
import cn.lantai.server.command.CommandArguments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of this server. */
@ApplicationScoped
public class Settings {

  @Inject
  @ConfigProperty(name = "lantai.data")
  String data;

  @Inject
  @ConfigProperty(name = "lantai.base.url")
  String baseUrl;

  @Inject
  @ConfigProperty(name = "lantai.demo")
  boolean demo;

  @Inject
  @ConfigProperty(name = "lantai.samples")
  Optional<String> samples;

  @Inject
  @ConfigProperty(name = "lantai.command")
  String command;

  @Inject
  @ConfigProperty(name = "lantai.digest")
  String digest;

  @Inject
  @ConfigProperty(name = "lantai.listen")
  Optional<String> listen;

  @Inject
  @ConfigProperty(name = "lantai.ready.lag")
  long readyLag;

  public Path data() {
    return Path.of(data).toAbsolutePath().normalize();
  }

  /** The public base of every IRI and address, without a slash at the end. */
  public String baseUrl() {
    return baseUrl.replaceAll("/+$", "");
  }

  public boolean isHttps() {
    return baseUrl.startsWith("https:");
  }

  /** The folder of the sample holdings, if they are to be loaded into an empty journal. */
  public Optional<Path> demoSamples() {
    return demo ? samples.map(Path::of) : Optional.empty();
  }

  /** The folder of the sample holdings, if it is there. */
  public Optional<Path> samples() {
    return samples.map(Path::of).filter(folder -> Files.isDirectory(folder.resolve("catalogue")));
  }

  /** "serve", or the one thing that this run is for. */
  public String command() {
    return command;
  }

  /**
   * What stands behind the command. The launcher puts it into system properties; MicroProfile
   * Config would expand what looks like an expression in them.
   */
  CommandArguments commandArguments() {
    return new CommandArguments(
        System.getProperty("lantai.command.arguments", "").lines().toList(),
        Path.of(System.getProperty("user.dir")));
  }

  /** The digests that are recorded beside media and in backups. */
  public Set<DigestAlgorithm> digests() {
    return EnumSet.of(
        DigestAlgorithm.SHA_256,
        DigestAlgorithm.ofLabel(digest)
            .orElseThrow(() -> new IllegalStateException("LANTAI_DIGEST: sha256 | sm3")));
  }

  /**
   * The names of the settings that were given, by the environment or by the launcher, in order; not
   * what they are set to, for some are secrets.
   */
  List<String> names() {
    Stream<String> environment =
        System.getenv().keySet().stream()
            .filter(name -> name.startsWith("LANTAI_"))
            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'));
    Stream<String> launcher =
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("lantai."));
    return Stream.concat(environment, launcher).distinct().sorted().toList();
  }

  /** The address on this machine that the server listens on, if the launcher has said so. */
  public Optional<String> listen() {
    return listen;
  }

  /** By how many rows a stage may lag behind the journal while the server is still ready. */
  public long readyLag() {
    return readyLag;
  }
}
