using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.Answers;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Ledger.Contract;
using BlockAssist.Chain.Ledger.Files;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger;

/// <summary>A chain in a file, with one contract, <c>Contributions</c>: no server, no gas. It answers like a node, so all that works with a node works with it.</summary>
/// <remarks>
/// Every transaction that it takes is a block of its own at once, sealed and on the disk before the answer. Wait for one confirmation: the next block only
/// comes with the next transaction.
/// </remarks>
public sealed class EmbeddedLedger : IJsonRpc, IDisposable
{
    private const string Send = "eth_sendRawTransaction";

    private readonly LedgerFile _file;
    private readonly Replay _ledger;
    private readonly LedgerAnswers _answers;
    private readonly IChainSigner? _sealer;
    private readonly SemaphoreSlim _one = new(1, 1);

    private EmbeddedLedger(LedgerFile file, Replay ledger, ContributionsArtifact artifact, IChainSigner? sealer, TimeProvider clock) =>
        (_file, _ledger, _sealer, _answers) = (file, ledger, sealer, new LedgerAnswers(ledger, artifact, clock));

    /// <summary>With what it begins.</summary>
    public LedgerGenesis Genesis => _ledger.Genesis;

    /// <summary>Where its contract is.</summary>
    public ContractPlace Place => Genesis.Place;

    /// <summary>Makes a ledger.</summary>
    /// <param name="path">Its file; there must be none.</param>
    /// <param name="genesis">With what it begins.</param>
    /// <param name="sealer">Who seals its blocks.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LedgerException">There is one, or another process is making it.</exception>
    public static async Task<EmbeddedLedger> CreateAsync(string path, LedgerGenesis genesis, IChainSigner sealer, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(genesis);
        ArgumentNullException.ThrowIfNull(sealer);
        ArgumentNullException.ThrowIfNull(clock);
        if (genesis.Lack is { } lack)
        {
            throw new ArgumentException(lack, nameof(genesis));
        }

        var artifact = ContributionsArtifact.Load();
        var body = (genesis with { Sealer = sealer.Address, Time = (ulong)clock.GetUtcNow().ToUnixTimeSeconds() }).ToBytes(artifact);
        return Start(LedgerFile.Create(path, await SealAsync(sealer, body, cancellation)), artifact, sealer, clock);
    }

    /// <summary>Opens a ledger for writing; what is left of a block that never came to be is removed.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="sealer">Who seals its blocks: whoever made it.</param>
    /// <param name="clock">What time it is.</param>
    /// <exception cref="LedgerException">There is none, it is damaged, another process writes it, or somebody else seals it.</exception>
    public static EmbeddedLedger Open(string path, IChainSigner sealer, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        ArgumentNullException.ThrowIfNull(clock);
        return Start(LedgerFile.Open(path, isWritable: true), ContributionsArtifact.Load(), sealer, clock);
    }

    /// <summary>Opens a ledger to look at it, also while another process writes it; what that adds is seen with the next question.</summary>
    /// <exception cref="LedgerException">There is none, or it is damaged.</exception>
    public static EmbeddedLedger OpenForReading(string path, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Start(LedgerFile.Open(path, isWritable: false), ContributionsArtifact.Load(), sealer: null, clock);
    }

    /// <summary>Checks all of a ledger: every hash, seal, sender and signature, and that every transaction did what the ledger says.</summary>
    /// <exception cref="LedgerException">It is not what was written; <see cref="LedgerException.Height"/> is the first block that is wrong.</exception>
    public static LedgerSummary Verify(string path, CancellationToken cancellation)
    {
        using var file = LedgerFile.Open(path, isWritable: false);
        var ledger = new Replay(file, ContributionsArtifact.Load());
        ledger.Continue(isThorough: true, cancellation);
        return ledger.Summary;
    }

    /// <summary>What it is, and how far it goes.</summary>
    public async Task<LedgerSummary> SummaryAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            Refresh(cancellation);
            return _ledger.Summary;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        try
        {
            var sent = question.Method == Send ? SentIn(question) : null;
            await _one.WaitAsync(cancellation);
            try
            {
                Refresh(cancellation);
                return ElementOf(sent is null ? _answers.Answer(question) : await TakeAsync(sent, cancellation));
            }
            finally
            {
                _one.Release();
            }
        }
        catch (Revert fault)
        {
            throw NodeFault.Of(fault).ToException(question.Method);
        }
        catch (NodeFault fault)
        {
            throw fault.ToException(question.Method);
        }
        catch (LedgerException error)
        {
            throw new ChainException(error.Message, error);
        }
        catch (Exception error) when (error is ChainFormatException or OverflowException)
        {
            throw new NodeFault(NodeFault.WrongArguments, $"invalid argument: {error.Message}").ToException(question.Method);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var replies = new List<RpcReply>(questions.Count);
        foreach (var question in questions)
        {
            try
            {
                replies.Add(new RpcReply(await CallAsync(question, cancellation), null));
            }
            catch (ChainException error)
            {
                replies.Add(new RpcReply(default, error));
            }
        }

        return replies;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _one.Dispose();
    }

    private static EmbeddedLedger Start(LedgerFile file, ContributionsArtifact artifact, IChainSigner? sealer, TimeProvider clock)
    {
        try
        {
            var ledger = new Replay(file, artifact);
            if (sealer is not null && sealer.Address != ledger.Genesis.Sealer)
            {
                throw new LedgerException($"{file.Path} is sealed by {ledger.Genesis.Sealer}, not by {sealer.Address}");
            }

            ledger.Continue(isThorough: false, CancellationToken.None);
            if (file.IsWritable)
            {
                file.Cut();
            }

            return new EmbeddedLedger(file, ledger, artifact, sealer, clock);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static async Task<LedgerEntry> SealAsync(IChainSigner sealer, byte[] body, CancellationToken cancellation)
    {
        var hash = Keccak256.Of(body);
        var seal = await sealer.SignAsync(hash, cancellation);
        return Recovery.TryRecover(hash, seal, out var signer) && signer == sealer.Address
            ? new LedgerEntry(body, seal.ToArray())
            : throw new LedgerException($"the sealer {sealer.Address} does not sign as itself");
    }

    private static Sent SentIn(RpcCall question)
    {
        var bytes = new Arguments(question).Bytes(0);
        if (bytes.Length > Machine.MostBytes)
        {
            throw new NodeFault(NodeFault.Refused, $"a transaction of {bytes.Length} bytes; expected at most {Machine.MostBytes}");
        }

        var signed = SignedTransaction.Parse(bytes);
        signed.Transaction.Check();
        return new Sent(signed, signed.Sender);
    }

    private static JsonElement ElementOf(JsonNode? answer)
    {
        using var document = JsonDocument.Parse(answer?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }

    private void Refresh(CancellationToken cancellation)
    {
        if (!_file.IsWritable)
        {
            _ledger.Continue(isThorough: false, cancellation);
        }
    }

    private async Task<string> TakeAsync(Sent sent, CancellationToken cancellation)
    {
        var lack = _sealer is null ? "the ledger is open for reading only"
            : _ledger.Blocks.WithTransaction(sent.Signed.Hash) is not null ? "already known"
            : _ledger.Machine.LackOf(sent);
        if (lack is not null)
        {
            throw new NodeFault(NodeFault.Refused, lack);
        }

        try
        {
            await WriteAsync(sent, _sealer!, cancellation);
            return sent.Signed.Hash.ToString();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NodeFault(NodeFault.Refused, $"the block was not written: {error.Message}");
        }
    }

    private async Task WriteAsync(Sent sent, IChainSigner sealer, CancellationToken cancellation)
    {
        var last = _ledger.Blocks.Last;
        var (height, time) = (last.Height + 1, _answers.NextTime);
        try
        {
            var outcome = _ledger.Machine.Apply(sent, height, time);
            var body = new BlockBody(height, last.Hash, time, sent.Sender, sent.Signed.Bytes, outcome.IsSuccess, outcome.DigestAt(Place.Contract));
            var entry = await SealAsync(sealer, body.ToBytes(), cancellation);
            _file.Append(entry);
            _ledger.Add(new LedgerBlock(height, entry.Hash, last.Hash, time, sent, outcome), entry);
        }
        catch
        {
            _ledger.Machine.Undo();
            throw;
        }
    }
}
