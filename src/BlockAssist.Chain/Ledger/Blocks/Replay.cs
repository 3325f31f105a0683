using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.Files;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>A ledger as its file tells it: does again what is in it, and compares what came of it.</summary>
internal sealed class Replay
{
    private readonly LedgerFile _file;
    private LedgerEntry _last;
    private LedgerException? _fault;

    /// <summary>Reads the first block.</summary>
    /// <exception cref="LedgerException">It is not there, or not what was written.</exception>
    /// <exception cref="BlockAssist.Simulation.Files.NewerVersionException">It is of a newer version.</exception>
    public Replay(LedgerFile file, ContributionsArtifact artifact)
    {
        _file = file;
        _last = file.Read() ?? throw new LedgerException(file.Path, 0, "the file ends in it");
        try
        {
            Genesis = LedgerGenesis.Read(_last.Body, artifact, file.Path);
        }
        catch (ChainFormatException error)
        {
            throw new LedgerException(file.Path, 0, error.Message);
        }

        DemandSeal(_last, 0);
        Machine = new Machine(Genesis, artifact);
        Blocks.Add(new LedgerBlock(0, _last.Hash, default, Genesis.Time, Sent: null, Machine.First));
    }

    public LedgerGenesis Genesis { get; }

    public Machine Machine { get; }

    public BlockIndex Blocks { get; } = new();

    public LedgerSummary Summary => new(Genesis.Place, Genesis.Sealer, Blocks.Last.Height, Blocks.Last.Hash);

    /// <summary>Takes what has come since. The seal of the last block is checked, and so all content, which the hashes tie to it; seals and senders of the others only if it is wanted.</summary>
    /// <exception cref="LedgerException">A block is not what was written.</exception>
    public void Continue(bool isThorough, CancellationToken cancellation)
    {
        try
        {
            TakeAll(_fault is null ? isThorough : throw _fault, cancellation);
        }
        catch (LedgerException error)
        {
            // What is behind it is worth nothing, however often it is asked.
            _fault = error;
            throw;
        }
    }

    /// <summary>One more block, which was just written.</summary>
    public void Add(LedgerBlock block, LedgerEntry entry)
    {
        Blocks.Add(block);
        Machine.Keep();
        _last = entry;
    }

    private void TakeAll(bool isThorough, CancellationToken cancellation)
    {
        var before = _last;
        while (_file.Read() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(entry, isThorough);
        }

        if (!isThorough && _last != before)
        {
            DemandSeal(_last, Blocks.Last.Height);
        }
    }

    private void Take(LedgerEntry entry, bool isThorough)
    {
        var height = Blocks.Last.Height + 1;
        if (isThorough)
        {
            DemandSeal(entry, height);
        }

        try
        {
            var body = BlockBody.Read(entry.Body);
            DemandSequence(body, height);
            var sent = new Sent(SignedTransaction.Parse(body.Transaction), body.Sender);
            if (isThorough && sent.Signed.Sender != sent.Sender)
            {
                throw new ChainFormatException($"its transaction is of {sent.Signed.Sender}, not {sent.Sender}");
            }

            Add(new LedgerBlock(height, entry.Hash, body.Parent, body.Time, sent, OutcomeOf(sent, body)), entry);
        }
        catch (ChainFormatException error)
        {
            throw new LedgerException(_file.Path, height, error.Message);
        }
    }

    private void DemandSequence(BlockBody body, ulong height)
    {
        if (body.Height != height)
        {
            throw new ChainFormatException($"it says that it is block {body.Height}");
        }

        if (body.Parent != Blocks.Last.Hash)
        {
            // Either of the two is not what was written; whose seal is wrong is at fault.
            DemandSeal(_last, Blocks.Last.Height);
            throw new ChainFormatException("it does not follow the one before it");
        }

        if (body.Time < Blocks.Last.Time)
        {
            throw new ChainFormatException("it is older than the one before it");
        }
    }

    private Outcome OutcomeOf(Sent sent, BlockBody body)
    {
        if (Machine.LackOf(sent) is { } lack)
        {
            throw new ChainFormatException(lack);
        }

        var outcome = Machine.Apply(sent, body.Height, body.Time);
        return outcome.IsSuccess == body.IsSuccess && outcome.DigestAt(Genesis.Place.Contract) == body.Logs
            ? outcome
            : throw new ChainFormatException("something else came of its transaction than it says");
    }

    private void DemandSeal(LedgerEntry entry, ulong height)
    {
        if (!IsSealed(entry))
        {
            throw new LedgerException(_file.Path, height, $"{Genesis.Sealer} did not seal it");
        }
    }

    private bool IsSealed(LedgerEntry entry)
    {
        try
        {
            // One seal has one form: the bare recovery id, which wallets also write, is not taken.
            return EcdsaSignature.Read(entry.Seal.Span) is var seal && seal.ToArray().AsSpan().SequenceEqual(entry.Seal.Span)
                && Recovery.TryRecover(entry.Hash, seal, out var sealer) && sealer == Genesis.Sealer;
        }
        catch (ChainFormatException)
        {
            return false;
        }
    }
}
