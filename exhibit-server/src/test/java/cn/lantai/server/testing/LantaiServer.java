package cn.lantai.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The distribution with the sample holdings, started once for all tests that ask for it and stopped
 * after the last. A test takes it as a parameter: {@code @ExtendWith(LantaiServer.class)} on the
 * class, {@code LantaiServer.Running server} in a constructor or method. Nobody may change what it
 * holds.
 */
public final class LantaiServer implements ParameterResolver {

  /** The running server. */
  public static final class Running implements AutoCloseable {

    private final Path data;
    private final LantaiProcess process;

    private Running() {
      try {
        Path all = Files.createDirectories(Path.of(System.getProperty("lantai.test.data")));
        data = Files.createTempDirectory(all, "demo");
        process = LantaiProcess.start(data, Map.of(), "--demo").awaitGreeting();
      } catch (IOException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
    }

    /** Without a slash at the end. */
    public String baseUrl() {
      return process.baseUrl();
    }

    /** The password of the user {@code admin}. */
    public String password() {
      return process.password().orElseThrow();
    }

    public Path data() {
      return data;
    }

    @Override
    public void close() {
      process.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(LantaiServer.class))
        .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
  }
}
