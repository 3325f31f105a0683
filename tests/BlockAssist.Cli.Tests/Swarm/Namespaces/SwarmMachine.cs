using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>A machine of a swarm: a namespace, a home, an identity, and the process of its node.</summary>
internal sealed class SwarmMachine : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = [];
    private Process? _process;

    public SwarmMachine(string name, string folder)
    {
        (Name, Home) = (name, new NodeHome(Path.Combine(folder, name)));
        Namespace = new NetworkNamespace($"blockassist-{name}");
        Ask("key", "new", "--without-passphrase");
        Peer = PeerId.Parse(Ask("key", "show").GetProperty("peer").GetString()!);
    }

    public string Name { get; }

    public NodeHome Home { get; }

    public SwarmFolder Folder => SwarmFolder.Of(Home);

    public NetworkNamespace Namespace { get; }

    public PeerId Peer { get; }

    /// <summary>What its node last wrote; null before its first word.</summary>
    public NodeStatus? Status => SwarmView.NodeIn(Folder).Status;

    /// <summary>Runs a command on it to its end.</summary>
    /// <returns>Its result.</returns>
    public JsonElement Ask(params string[] words)
    {
        using var process = Process.Start(StartOf("blockassist", [.. words, "--json"]))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{Name}: {string.Join(' ', words)}: {output}{error.Result}");
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    /// <summary>Starts its node; it goes on until it is killed.</summary>
    /// <param name="program">The name of the program.</param>
    /// <param name="words">Its words.</param>
    public void Run(string program, params string[] words)
    {
        _process?.Dispose();
        _process = Process.Start(StartOf(program, words))!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Kills its node as nobody can prepare for.</summary>
    public void Kill()
    {
        Demand();
        _process!.Kill();
        _process.WaitForExit();
        Note("---- killed");
    }

    /// <summary>Complains where its node has ended by itself.</summary>
    public void Demand() => Assert.False(_process is { HasExited: true }, $"the node of {Name} has ended by itself");

    /// <summary>Whether its node has said something.</summary>
    public bool HasSaid(string words) => _lines.Any(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>The last lines that its node wrote.</summary>
    public string Tail()
    {
        const int Lines = 40;
        return $"==== {Name} ({PeerName.Of(Peer)})\n{string.Join('\n', _lines.TakeLast(Lines))}";
    }

    public void Dispose()
    {
        Namespace.Dispose();
        _process?.Dispose();
    }

    private void Note(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            _lines.Enqueue(line);
        }
    }

    private ProcessStartInfo StartOf(string program, IEnumerable<string> words)
    {
        var start = Namespace.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. words]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["BLOCKASSIST_HOME"] = Home.Path;
        return start;
    }
}
