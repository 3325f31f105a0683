using System.Diagnostics;
using System.Globalization;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>A chain on this machine alone, for trying things out: a block a second, and money for whoever asks.</summary>
internal sealed class LocalNode : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly HttpJsonRpc _rpc;

    private LocalNode(Process process, HttpJsonRpc rpc, Uri address) => (_process, _rpc, Address, Node) = (process, rpc, address, new ChainNode(rpc));

    /// <summary>The account that is the hub there: the first of those whose keys everybody knows.</summary>
    public static LocalSigner Hub() => LocalSigner.Of(Convert.FromHexString("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"));

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The chain.</summary>
    public ChainNode Node { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts one.</summary>
    /// <param name="program">The program.</param>
    /// <param name="port">Where it listens, on this machine alone.</param>
    /// <param name="state">The file in which it is kept when it ends; null to begin anew each time.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ForeseenException">It does not start.</exception>
    public static async Task<LocalNode> StartAsync(string program, int port, string? state, TimeProvider clock, CancellationToken cancellation)
    {
        string[] words = ["--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--silent", "--block-time", "1"];
        var process = Process.Start(new ProcessStartInfo(program, state is null ? words : [.. words, "--state", state, "--state-interval", "5"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var node = new LocalNode(process, new HttpJsonRpc(address, HttpJsonRpc.Handler(), new RpcOptions { Retries = 0 }, clock, new Random()), address);
        try
        {
            await node.AwaitAsync(clock, cancellation);
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    /// <summary>Gives an account money.</summary>
    public Task FundAsync(Address account, Wei amount, CancellationToken cancellation) =>
        _rpc.CallAsync(new RpcCall("anvil_setBalance", account.ToString(), "0x" + amount.Value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0')), cancellation);

    /// <summary>The accounts that it has given money to, and whose keys everybody knows.</summary>
    public async Task<IReadOnlyList<string>> FundedAsync(CancellationToken cancellation) =>
        [.. (await _rpc.CallAsync(new RpcCall("eth_accounts"), cancellation)).EnumerateArray().Select(account => account.GetString()!)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _rpc.Dispose();
        if (!_process.HasExited)
        {
            End();
        }

        _process.Dispose();
    }

    private async Task AwaitAsync(TimeProvider clock, CancellationToken cancellation)
    {
        for (var since = clock.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellation))
        {
            if (_process.HasExited)
            {
                var said = (await _process.StandardError.ReadToEndAsync(cancellation) + await _process.StandardOutput.ReadToEndAsync(cancellation)).Trim().Split('\n')[0];
                throw new ForeseenException($"the local chain does not start: {said}", "If something listens there already, choose another --port.");
            }

            try
            {
                await Node.ChainIdAsync(cancellation);
                return;
            }
            catch (ChainException error) when (error.IsPassing && clock.GetElapsedTime(since) < Patience)
            {
                // Not yet.
            }
        }
    }

    // Asked to end, it keeps its state.
    private void End()
    {
        if (!OperatingSystem.IsWindows())
        {
            ProcessSignal.Interrupt(_process);
            if (_process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                return;
            }
        }

        _process.Kill();
        _process.WaitForExit();
    }
}
