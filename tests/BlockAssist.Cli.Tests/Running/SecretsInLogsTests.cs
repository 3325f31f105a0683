using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Running;

/// <summary>Whatever a command is told that is secret is neither said nor kept where logs are, also where the command fails.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class SecretsInLogsTests : IDisposable
{
    private const string Secret = "hunter2hunter2";

    private readonly TemporaryFolder _home = new();
    private readonly List<string> _said = [];

    [Fact]
    public async Task No_passphrase_phrase_password_or_key_in_an_address_is_in_the_logs()
    {
        var words = (await RunAsync("key", "new", "--json")).Json.GetProperty("words").ToString();
        await RunAsync("key", "show");
        await RunAsync("swarm", "init", "--listen", $"127.0.0.1:{LoopbackPort.Free()}");
        await RunAsync("node", "run", "--log-level", "debug", "--cluster", $"redis://:{Secret}@127.0.0.1:{LoopbackPort.Free()}");
        await RunAsync("node", "run", "--log-level", "debug", "--cluster", $"postgres://keeper:{Secret}@127.0.0.1:{LoopbackPort.Free()}/swarm");
        await RunAsync("node", "run", "--cluster", $"nonsense://keeper:{Secret}@127.0.0.1");
        await RunAsync("config", "set", "node.run.cluster", $"nonsense://keeper:{Secret}@127.0.0.1");
        await RunAsync("config", "set", "node.run.cluster", $"postgres://keeper:{Secret}@127.0.0.1/swarm");
        await RunAsync("config", "show", "--origin");
        await RunAsync("config", "show", "--json");
        await RunAsync("chain", "use", $"http://127.0.0.1:{LoopbackPort.Free()}/v3/{Secret}", "--contract", "0x00000000000000000000000000000000000000aa");
        await RunAsync("chain", "deploy", $"http://127.0.0.1:{LoopbackPort.Free()}/v3/{Secret}");

        var logs = string.Join('\n', Directory.GetFiles(new NodeHome(_home.Path).Logs).Select(File.ReadAllText));
        Assert.Contains("Command {Verb} failed as foreseen", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, logs, StringComparison.Ordinal);
        Assert.All(_said, said => Assert.DoesNotContain(Secret, said, StringComparison.Ordinal));
        Assert.DoesNotContain(words, logs, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private async Task<CommandRun> RunAsync(params string[] words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var run = await CommandRun.Of(
            Verbs.All(), _home.Path, words, surroundings => surroundings with { Variable = name => name == "BLOCKASSIST_PASSPHRASE" ? Secret : surroundings.Variable(name) }, patience.Token);
        Assert.NotEqual(ExitCode.Bug, run.Code);
        _said.AddRange(run.Out, run.Error);
        return run;
    }
}
