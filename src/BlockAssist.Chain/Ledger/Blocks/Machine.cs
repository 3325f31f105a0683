using System.Numerics;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.Contract;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>What transactions do: accounts and the contract, as they are after the last block.</summary>
internal sealed class Machine
{
    /// <summary>How long a transaction may be; the nodes of chains take no longer ones.</summary>
    public const int MostBytes = 128 * 1024;

    private readonly Journal _journal = new();
    private readonly ContributionsProgram _program;
    private readonly ContractPlace _place;

    /// <summary>Accounts and the contract as they are in the first block.</summary>
    public Machine(LedgerGenesis genesis, ContributionsArtifact artifact)
    {
        Accounts = new Accounts(_journal);
        _place = genesis.Place;
        _program = new ContributionsProgram(
            new Host(_place, artifact.Abi, Accounts, _journal), artifact.Abi, (UInt128)genesis.LeastBond.Value, (UInt128)genesis.SilencePenalty.Value);
        Accounts.Endow(genesis.Founder, genesis.Money.Value);
        Accounts.Count(genesis.Founder);
        First = new Outcome(IsSuccess: true, _program.Begin(new Call(genesis.Founder, BigInteger.Zero, 0, genesis.Time), genesis.Founder));
        _journal.Keep();
    }

    public Accounts Accounts { get; }

    /// <summary>What was told when the contract was made.</summary>
    public Outcome First { get; }

    /// <summary>Why a transaction cannot be in the next block; null if it can.</summary>
    public string? LackOf(Sent sent)
    {
        var transaction = sent.Signed.Transaction;
        var nonce = Accounts.NonceOf(sent.Sender);
        return sent.Signed.Bytes.Length > MostBytes ? $"a transaction of {sent.Signed.Bytes.Length} bytes; expected at most {MostBytes}"
            : transaction.ChainId != _place.ChainId ? $"invalid chain id: {transaction.ChainId}; expected {_place.ChainId}"
            : transaction.To is null ? "a ledger has one contract, and makes no others"
            : transaction.Nonce < nonce ? $"nonce too low: {transaction.Nonce}; expected {nonce}"
            : transaction.Nonce > nonce ? $"nonce too high: {transaction.Nonce}; expected {nonce}"
            : LackOf(sent.Sender, transaction.Value.Value);
    }

    /// <summary>Why an account cannot send money; null if it can.</summary>
    public string? LackOf(Address sender, BigInteger value) =>
        Accounts.MoneyOf(sender) < value ? "insufficient funds for transfer" : null;

    /// <summary>Does what a transaction asks, or nothing but count it; either way <see cref="Keep"/> or <see cref="Undo"/> follows.</summary>
    public Outcome Apply(Sent sent, ulong height, ulong time)
    {
        var transaction = sent.Signed.Transaction;
        Accounts.Count(sent.Sender);
        var mark = _journal.Mark;
        try
        {
            return new Outcome(IsSuccess: true, Act(new Call(sent.Sender, transaction.Value.Value, height, time), transaction.To!.Value, transaction.Data).Told);
        }
        catch (Revert)
        {
            _journal.Undo(mark);
            return Outcome.Refused;
        }
    }

    /// <summary>What a call would return; it changes nothing.</summary>
    /// <exception cref="Revert">It would be refused.</exception>
    public byte[] Ask(Call call, Address to, ReadOnlyMemory<byte> data)
    {
        try
        {
            return Act(call, to, data).Result;
        }
        finally
        {
            _journal.Undo();
        }
    }

    public void Keep() => _journal.Keep();

    public void Undo() => _journal.Undo();

    private (byte[] Result, IReadOnlyList<Log> Told) Act(Call call, Address to, ReadOnlyMemory<byte> data)
    {
        Accounts.Move(call.Sender, to, call.Value);
        return to == _place.Contract ? _program.Run(call, data) : ([], []);
    }
}
