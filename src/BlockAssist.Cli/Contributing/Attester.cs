using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>Says of contributions, as a verifier, what the swarm's records say: first in secret, and shows it when it is time.</summary>
/// <param name="folder">Where what it says is kept until then.</param>
/// <param name="contract">The contract.</param>
/// <param name="standings">What was contributed.</param>
/// <param name="acts">Does it.</param>
/// <param name="judge">Knows the records.</param>
internal sealed class Attester(ChainFolder folder, ContributionsContract contract, ChainStandings standings, ChainActs acts, RecordJudge judge)
{
    private readonly HashSet<Hash32> _committed = [];
    private readonly HashSet<Hash32> _shown = [];

    private Address Self => acts.Sender.Account;

    /// <summary>Does what is due.</summary>
    /// <param name="round">The round that was opened last.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task KeepAsync(ChainRound round, CancellationToken cancellation)
    {
        var file = folder.VerdictsOn(contract.Place, round.Number);
        switch (round.Phase)
        {
            case RoundPhase.Submit:
                _committed.Clear();
                _shown.Clear();
                break;
            case RoundPhase.Attest:
                await CommitAsync(await VerdictsAsync(round.Number, file, cancellation), cancellation);
                break;
            case RoundPhase.Reveal:
                await ShowAsync(KeptVerdicts.In(file), cancellation);
                break;
        }
    }

    private async Task<IReadOnlyList<Verdict>> VerdictsAsync(uint round, string file, CancellationToken cancellation)
    {
        var kept = KeptVerdicts.In(file);
        var index = await standings.CatchUpAsync(cancellation);
        var (known, news) = (kept.Select(one => one.Contribution).ToHashSet(), new List<ToldContribution>());
        for (var page = new Page(Page.Most); index.Round(round, page) is { Contributions: { Count: > 0 } told }; page = page with { Offset = page.Offset + told.Count })
        {
            news.AddRange(told.Where(one => one.Contributor != Self && !known.Contains(one.Id)));
        }

        if (news.Count == 0 || await judge.JudgeAsync(news, cancellation) is not { Count: > 0 } verdicts)
        {
            return kept;
        }

        kept = [.. kept, .. verdicts];
        KeptVerdicts.Keep(file, kept);
        return kept;
    }

    private async Task CommitAsync(IReadOnlyList<Verdict> verdicts, CancellationToken cancellation)
    {
        var due = new List<Verdict>();
        foreach (var verdict in verdicts.Where(one => !_committed.Contains(one.Contribution)))
        {
            if (await contract.HasAsync(verdict.Contribution, cancellation) && await contract.AttestationAsync(verdict.Contribution, Self, cancellation) == default)
            {
                due.Add(verdict);
            }
        }

        await acts.DoAllAsync("saying what is known of contributions", due.Select(verdict => contract.CommitAttestation(verdict, Self)), cancellation);
        _committed.UnionWith(verdicts.Select(verdict => verdict.Contribution));
    }

    private async Task ShowAsync(IReadOnlyList<Verdict> verdicts, CancellationToken cancellation)
    {
        var due = new List<Verdict>();
        foreach (var verdict in verdicts.Where(one => !_shown.Contains(one.Contribution)))
        {
            if (await contract.AttestationAsync(verdict.Contribution, Self, cancellation) == verdict.CommitmentOf(Self))
            {
                due.Add(verdict);
            }
        }

        await acts.DoAllAsync("showing what was said of contributions", due.Select(contract.RevealAttestation), cancellation);
        _shown.UnionWith(verdicts.Select(verdict => verdict.Contribution));
    }
}
