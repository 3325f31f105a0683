using System.Diagnostics;

namespace BlockAssist.Tests.Shared.Servers;

/// <summary>A real PostgreSQL server for one test, in a temporary folder; it wants a password.</summary>
internal sealed class PostgresServer : IDisposable
{
    public const string User = "keeper";
    public const string Password = "s3cret/of:the@test";

    private const string Nobody = "nobody";

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = LoopbackPort.Free();

    private PostgresServer()
    {
        var word = _folder.File("password");
        File.WriteAllText(word, Password);
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // initdb refuses to run as root.
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_111_111);
            Run("chown", [Nobody, word]);
        }

        Postgres("initdb", "-D", Data, "-U", User, "--auth=scram-sha-256", $"--pwfile={word}", "-E", "UTF8", "--locale=C", "--no-sync");
        Start();
    }

    /// <summary>Its address, without the password.</summary>
    public string Address => $"postgres://{User}@127.0.0.1:{_port}/postgres";

    /// <summary>Its address, with the password.</summary>
    public string AddressWithPassword => $"postgres://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{_port}/postgres";

    private string Data => _folder.File("data");

    public static PostgresServer StartOrSkip()
    {
        Assert.SkipUnless(ServerPrograms.Find("initdb") is not null && ServerPrograms.Find("pg_ctl") is not null, "PostgreSQL is not installed; on Debian: apt-get install postgresql");
        Assert.SkipUnless(!Environment.IsPrivilegedProcess || ServerPrograms.Find("setpriv") is not null, "as root PostgreSQL needs setpriv, of the package util-linux");
        return new PostgresServer();
    }

    /// <summary>Lets it end without writing anything more, and starts it again.</summary>
    public void Crash()
    {
        Stop();
        Start();
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private void Start() => Postgres("pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(Data, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=");

    private void Stop() => Postgres("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);

    private static void Postgres(string program, params string[] words)
    {
        var file = ServerPrograms.Find(program)!;
        if (Environment.IsPrivilegedProcess)
        {
            Run(ServerPrograms.Find("setpriv")!, ["--reuid", Nobody, "--regid", "nogroup", "--clear-groups", file, .. words]);
        }
        else
        {
            Run(file, words);
        }
    }

    // The server goes on with the output of who started it: nobody waits for its end.
    private static void Run(string program, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. words]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }
}
