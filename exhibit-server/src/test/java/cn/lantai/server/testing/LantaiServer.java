package cn.lantai.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The distribution with the sample holdings, started once for all tests of this virtual machine
 * that ask for it. A test takes it as a parameter: {@code @ExtendWith(LantaiServer.class)} on the
 * class, {@code LantaiServer.Running server} in a constructor or method. Nobody may change what it
 * holds.
 *
 * <p>Whoever writes tests saves time with a server that keeps running: {@code
 * -Dlantai.test.url=http://…} and {@code -Dlantai.test.password=…} take that one.
 */
public final class LantaiServer implements ParameterResolver {

  private static Running running;

  /** The running server. */
  public static final class Running {

    private final Optional<LantaiProcess> process;
    private final String baseUrl;
    private final String password;

    private Running() {
      Optional<String> elsewhere = Optional.ofNullable(System.getProperty("lantai.test.url"));
      process = elsewhere.isPresent() ? Optional.empty() : Optional.of(start());
      baseUrl = elsewhere.orElseGet(() -> process.orElseThrow().baseUrl());
      password =
          process
              .flatMap(LantaiProcess::password)
              .orElseGet(() -> System.getProperty("lantai.test.password", ""));
    }

    private static LantaiProcess start() {
      try {
        Path all = Files.createDirectories(Path.of(System.getProperty("lantai.test.data")));
        Path data = Files.createTempDirectory(all, "demo");
        return LantaiProcess.start(data, Map.of(), "--demo").awaitGreeting();
      } catch (IOException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
    }

    /** Without a slash at the end. */
    public String baseUrl() {
      return baseUrl;
    }

    /** The password of the user {@code admin}. */
    public String password() {
      return password;
    }

    public Web web() {
      return new Web(baseUrl);
    }

    private void close() {
      process.ifPresent(LantaiProcess::close);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running();
  }

  /** Not kept by JUnit, whose sessions are those of single classes where several forks run them. */
  private static synchronized Running running() {
    if (running == null) {
      running = new Running();
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    }
    return running;
  }
}
