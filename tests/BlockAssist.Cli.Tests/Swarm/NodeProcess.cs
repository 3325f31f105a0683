using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>A node of a swarm as its operator sees it: a home, an identity, and a process that can be killed.</summary>
/// <param name="name">Its name.</param>
/// <param name="folder">Where its home is.</param>
/// <param name="start">How a program is started on its machine.</param>
internal class NodeProcess(string name, string folder, Func<string, IEnumerable<string>, ProcessStartInfo> start) : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<(long At, string Text)> _lines = [];
    private Process? _process;

    public string Name => name;

    public NodeHome Home { get; } = new(Path.Combine(folder, name));

    public SwarmFolder Folder => SwarmFolder.Of(Home);

    /// <summary>Who it is, once that is known.</summary>
    public PeerId Peer { get; private set; }

    /// <summary>The number of the process that runs its node.</summary>
    public int ProcessNumber => _process!.Id;

    /// <summary>What its programs are told by the environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What its node last wrote; null before its first word.</summary>
    public NodeStatus? Status => SwarmView.NodeIn(Folder).Status;

    /// <summary>Waits until something is so, while none of some nodes ends by itself.</summary>
    public static void Await(IReadOnlyCollection<NodeProcess> nodes, string what, TimeSpan longest, Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            foreach (var node in nodes)
            {
                node.Demand();
            }

            Assert.True(Stopwatch.GetElapsedTime(began) < longest, $"not within {longest}: {what}\n{string.Join('\n', nodes.Select(node => node.Tail()))}");
            Thread.Sleep(Pause);
        }
    }

    /// <summary>Waits until something is so, while its node goes on.</summary>
    public void Await(string what, TimeSpan longest, Func<bool> isSo) => Await([this], what, longest, isSo);

    /// <summary>Makes an identity for it.</summary>
    public void MakeIdentity()
    {
        Ask("key", "new", "--without-passphrase");
        Peer = PeerId.Parse(Ask("key", "show").GetProperty("peer").GetString()!);
    }

    /// <summary>Gives it the identity and the swarm of another one.</summary>
    public void BecomeAlso(NodeProcess other)
    {
        Peer = other.Peer;
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(other.Home.Identity)!).Append(other.Folder.SettingsFile))
        {
            var own = Path.Combine(Home.Path, Path.GetRelativePath(other.Home.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(own)!);
            File.Copy(file, own);
        }
    }

    /// <summary>Where it keeps what came of a round.</summary>
    public string RecordFileOf(ulong round) => Folder.RecordOf(round);

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
        _process.Dispose();
        _process = null;
        Note("---- killed");
    }

    /// <summary>Asks its node to end, as service managers do.</summary>
    /// <returns>Its exit code; null where it goes on.</returns>
    public int? Terminate() => Stop(ProcessSignal.Terminate);

    /// <summary>Asks its node to end, as terminals do.</summary>
    /// <returns>Its exit code; null where it goes on.</returns>
    public int? Interrupt() => Stop(ProcessSignal.Interrupt);

    /// <summary>Whether its node has ended by itself.</summary>
    public bool HasEnded => _process is { HasExited: true };

    /// <summary>Complains where its node has ended by itself.</summary>
    public void Demand() => Assert.False(HasEnded, $"the node of {Name} has ended by itself");

    /// <summary>How often its node has said something.</summary>
    public int TimesSaid(string words) => _lines.Count(line => line.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>When its node said something for the last time, as a timestamp of the machine; 0 for never.</summary>
    public long WhenSaid(string words) => _lines.LastOrDefault(line => line.Text.Contains(words, StringComparison.Ordinal)).At;

    /// <summary>Whether its node has said something.</summary>
    public bool HasSaid(string words) => TimesSaid(words) > 0;

    /// <summary>The last lines that its node wrote.</summary>
    public string Tail()
    {
        const int Lines = 40;
        return $"==== {Name} ({PeerName.Of(Peer)})\n{string.Join('\n', _lines.TakeLast(Lines).Select(line => line.Text))}";
    }

    public virtual void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Note(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            _lines.Enqueue((Stopwatch.GetTimestamp(), line));
        }
    }

    private int? Stop(Action<Process> ask)
    {
        Demand();
        ask(_process!);
        return _process!.WaitForExit(LongestEnd) ? _process.ExitCode : null;
    }

    private ProcessStartInfo StartOf(string program, IEnumerable<string> words)
    {
        var info = start("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. words]);
        (info.RedirectStandardOutput, info.RedirectStandardError) = (true, true);
        info.Environment["BLOCKASSIST_HOME"] = Home.Path;
        foreach (var (variable, value) in Variables)
        {
            info.Environment[variable] = value;
        }

        return info;
    }
}
