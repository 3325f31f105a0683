using System.Numerics;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>A contract <c>Contributions</c>: what can be asked of it, and what is sent to have it do something.</summary>
/// <param name="node">The node.</param>
/// <param name="place">Where the contract is.</param>
/// <param name="artifact">What it is.</param>
public sealed class ContributionsContract(ChainNode node, ContractPlace place, ContributionsArtifact artifact)
{
    private static readonly Hash32 Verifier = Keccak256.Of("VERIFIER_ROLE");
    private static readonly Hash32 RoundManager = Keccak256.Of("ROUND_MANAGER_ROLE");

    /// <summary>Where it is.</summary>
    public ContractPlace Place { get; } = place;

    /// <summary>Checks that the contract is there.</summary>
    /// <exception cref="ChainException">There is none, or another; among others.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await node.DemandChainAsync(Place.ChainId, cancellation);
        if (!artifact.IsOf(await node.CodeAsync(Place.Contract, cancellation)))
        {
            throw new ChainException($"there is no contract Contributions of this version at {Place}");
        }
    }

    /// <summary>Submits work to a round that begins with a model.</summary>
    public TransactionRequest Submit(Work work, uint round, Hash32 parent)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Request("submit", [work.InRound(round, parent)]);
    }

    /// <summary>Opens a round, and puts money in its pool.</summary>
    public TransactionRequest OpenRound(Hash32 parent, TimeSpan submitFor, TimeSpan attestFor, TimeSpan revealFor, Wei pool) =>
        Request("openRound", [parent, Seconds(submitFor), Seconds(attestFor), Seconds(revealFor)], pool);

    /// <summary>Settles a round.</summary>
    /// <param name="round">Which.</param>
    /// <param name="model">The model that plays from now on.</param>
    /// <param name="record">The digest of the evidence for every credit.</param>
    /// <param name="credits">To whom what is credited.</param>
    public TransactionRequest SettleRound(uint round, Hash32 model, Hash32 record, CreditTree credits)
    {
        ArgumentNullException.ThrowIfNull(credits);
        return Request("settleRound", [round, model, record, credits.Root, credits.Sum.Value]);
    }

    /// <summary>Claims a line of a settled round for whom it is.</summary>
    public TransactionRequest Claim(uint round, CreditTree credits, int line)
    {
        ArgumentNullException.ThrowIfNull(credits);
        var (account, amount) = credits.Lines[line];
        return Request("claim", [round, line, account, amount.Value, credits.Proof(line).Cast<object>().ToArray()]);
    }

    /// <summary>Says that the sender speaks for a peer.</summary>
    /// <param name="key">The peer's Ed25519 key.</param>
    /// <param name="signature">What that key signed of <see cref="ContractPlace.BindingMessage"/>.</param>
    public TransactionRequest ClaimPeer(Hash32 key, ReadOnlyMemory<byte> signature) => Request("claimPeer", [key, signature.ToArray()]);

    /// <summary>Confirms that an account speaks for a peer.</summary>
    public TransactionRequest ConfirmPeer(Address account, Hash32 key) => Request("confirmPeer", [account, key]);

    /// <summary>Posts a verifier's bond.</summary>
    public TransactionRequest PostBond(Wei bond) => Request("postBond", [], bond);

    /// <summary>Makes an account a verifier.</summary>
    public TransactionRequest GrantVerifier(Address account) => Request("grantRole", [Verifier, account]);

    /// <summary>Says of a contribution, in secret, what the sender will show later.</summary>
    public TransactionRequest CommitAttestation(Verdict verdict, Address verifier)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Request("commitAttestation", [verdict.Contribution, verdict.CommitmentOf(verifier)]);
    }

    /// <summary>Shows what the sender said of a contribution.</summary>
    public TransactionRequest RevealAttestation(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Request("revealAttestation", [verdict.Contribution, verdict.Accepts, verdict.Score, verdict.Salt]);
    }

    /// <summary>Pays out what the sender is owed.</summary>
    public TransactionRequest Withdraw() => Request("withdraw", []);

    /// <summary>The round that was opened last; null if there was none.</summary>
    public async Task<ChainRound?> CurrentRoundAsync(CancellationToken cancellation)
    {
        var number = (uint)(BigInteger)(await AskAsync("currentRound", [], cancellation))[0];
        return number == 0 ? null : await RoundAsync(number, cancellation);
    }

    /// <summary>A round; null if there is none of the number.</summary>
    public async Task<ChainRound?> RoundAsync(uint number, CancellationToken cancellation)
    {
        var phase = (RoundPhase)(int)(BigInteger)(await AskAsync("phase", [number], cancellation))[0];
        var parts = await AskAsync("rounds", [number], cancellation);
        return phase == RoundPhase.None
            ? null
            : new ChainRound(number, phase, HashOf(parts[4]), (ulong)(BigInteger)parts[0], (ulong)(BigInteger)parts[2], new Wei((BigInteger)parts[5]), HashOf(parts[6]));
    }

    /// <summary>Whether the contract has a contribution.</summary>
    public async Task<bool> HasAsync(Hash32 id, CancellationToken cancellation) => (Address)(await AskAsync("contributions", [id], cancellation))[0] != default;

    /// <summary>For which peer an account speaks, or says it does.</summary>
    public async Task<(PeerState State, Hash32 Key)> PeerAsync(Address account, CancellationToken cancellation)
    {
        var parts = await AskAsync("peers", [account], cancellation);
        return ((PeerState)(int)(BigInteger)parts[0], HashOf(parts[1]));
    }

    /// <summary>Whether an account speaks for a peer that was confirmed and not barred.</summary>
    public async Task<bool> IsPeerAsync(Address account, CancellationToken cancellation) => (await PeerAsync(account, cancellation)).State == PeerState.Confirmed;

    /// <summary>The account that was confirmed for a peer; null if none was.</summary>
    public async Task<Address?> AccountOfAsync(Hash32 key, CancellationToken cancellation) => (Address)(await AskAsync("accountOf", [key], cancellation))[0] is var account && account != default ? account : null;

    /// <summary>What belongs to nobody, and is in the next round's pool.</summary>
    public async Task<Wei> ReserveAsync(CancellationToken cancellation) => new((BigInteger)(await AskAsync("reserve", [], cancellation))[0]);

    /// <summary>What lets a verifier speak.</summary>
    public async Task<Wei> LeastBondAsync(CancellationToken cancellation) => new((BigInteger)(await AskAsync("leastBond", [], cancellation))[0]);

    /// <summary>Whether a verifier has enough to lose to speak.</summary>
    public async Task<bool> IsBondedAsync(Address account, CancellationToken cancellation) => (bool)(await AskAsync("isBonded", [account], cancellation))[0];

    /// <summary>Whether an account may speak as a verifier, given a bond.</summary>
    public Task<bool> IsVerifierAsync(Address account, CancellationToken cancellation) => HasRoleAsync(Verifier, account, cancellation);

    /// <summary>Whether an account may open and settle rounds.</summary>
    public Task<bool> IsRoundManagerAsync(Address account, CancellationToken cancellation) => HasRoleAsync(RoundManager, account, cancellation);

    /// <summary>What a verifier has said of a contribution in secret and not shown yet; zero if that is nothing.</summary>
    public async Task<Hash32> AttestationAsync(Hash32 contribution, Address verifier, CancellationToken cancellation) =>
        HashOf((await AskAsync("attestationOf", [contribution, verifier], cancellation))[0]);

    /// <summary>What an account may withdraw.</summary>
    public async Task<Wei> BalanceAsync(Address account, CancellationToken cancellation) => new((BigInteger)(await AskAsync("balances", [account], cancellation))[0]);

    /// <summary>Whether a line of a settled round has been claimed.</summary>
    public async Task<bool> IsClaimedAsync(uint round, int line, CancellationToken cancellation) => (bool)(await AskAsync("isClaimed", [round, line], cancellation))[0];

    private async Task<bool> HasRoleAsync(Hash32 role, Address account, CancellationToken cancellation) => (bool)(await AskAsync("hasRole", [role, account], cancellation))[0];

    private static int Seconds(TimeSpan time) => checked((int)time.TotalSeconds);

    private static Hash32 HashOf(object value) => new((byte[])value);

    private TransactionRequest Request(string function, IReadOnlyList<object> values, Wei value = default) =>
        new(Place.Contract, artifact.Abi.Function(function).EncodeCall(values), value) { Errors = artifact.Errors };

    private async Task<IReadOnlyList<object>> AskAsync(string function, IReadOnlyList<object> values, CancellationToken cancellation)
    {
        var asked = artifact.Abi.Function(function);
        try
        {
            return asked.DecodeResult(await node.CallAsync(new CallRequest(Place.Contract, asked.EncodeCall(values)), BlockRef.Latest, cancellation));
        }
        catch (ChainFormatException error)
        {
            throw new ChainException(ChainFault.Malformed, $"what {function} of {Place} answers is not what was expected: {error.Message}");
        }
        catch (ChainException error) when (error.Error is not null)
        {
            throw error.In(artifact.Errors);
        }
    }
}
