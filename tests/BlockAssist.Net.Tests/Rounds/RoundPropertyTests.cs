using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>Whatever peers say, in whatever order: a round ends, and only verified work is credited.</summary>
public sealed class RoundPropertyTests
{
    private const int Rounds = 400;

    [Fact]
    public void Rounds_with_peers_who_say_anything_at_any_time_end_and_credit_only_what_was_verified()
    {
        var reasons = new HashSet<CreditReason>();
        for (ulong seed = 0; seed < Rounds; seed++)
        {
            var chaos = new Chaos(seed);
            var round = chaos.Play();

            var record = round.Record;
            reasons.UnionWith(record.Credits.Select(line => line.Reason));
            Assert.All(record.Credits, line => Assert.True(line.Amount == 0 || line.Reason is CreditReason.Verified or CreditReason.Trusted, $"seed {seed}: {line}"));
            Assert.InRange(record.Credits.Sum(line => line.Amount) + record.Verifications.Values.Sum(), 0, 1000.0001);
            Assert.Equal(record.Credits.Count, record.Credits.Select(line => line.Peer).Distinct().Count());
            Assert.Equal(record.Credits.Where(line => line.Reason == CreditReason.Refuted).Select(line => line.Peer), record.Refuted);
            Assert.Subset(record.Slanderers.ToHashSet(), record.Credits.Where(line => line.Reason == CreditReason.Slandered).Select(line => line.Peer).ToHashSet());
            Assert.DoesNotContain(record.Slanderers, record.Verifications.ContainsKey);
            Assert.True(record.IsPromoted == (record.Model != round.FirstTerms.Base));
            Assert.Equal(1, round.Commands.Count(command => command is Close));
        }

        CreditReason[] all =
        [
            CreditReason.Verified, CreditReason.NotCommitted, CreditReason.NotRevealed, CreditReason.Mismatch, CreditReason.Unhelpful, CreditReason.NoEvidence, CreditReason.Refuted,
            CreditReason.NotVerified, CreditReason.Slandered,
        ];
        Assert.Empty(all.Except(reasons));
    }

    private sealed class Chaos(ulong seed)
    {
        private readonly SeededRandom _random = new(seed);
        private readonly PlayedRound _round = new(new Roster
        {
            Verifiers = [.. Enumerable.Range(200, (int)(seed % 4)).Concat(Enumerable.Range(1, (int)(seed % 3))).Select(number => PlayedRound.Peer((byte)number))],
            Banned = new HashSet<PeerId> { PlayedRound.Peer(9) },
            VerifiedRounds = new Dictionary<PeerId, int> { [PlayedRound.Peer(1)] = 100, [PlayedRound.Peer(2)] = 30 },
        });

        private readonly Dictionary<PeerId, Lease> _leases = [];

        public PlayedRound Play()
        {
            for (var turn = 0; turn < 3000 && _round.Stage != RoundStage.Closed; turn++)
            {
                var open = new Queue<RoundEvent>([Some()]);
                while (open.TryDequeue(out var happened))
                {
                    var commands = _round.Do(happened);
                    commands.OfType<GrantLease>().ToList().ForEach(granted => _leases[granted.Lease.Peer] = granted.Lease);
                    commands.SelectMany(Answers).ToList().ForEach(open.Enqueue);
                }
            }

            return _round;
        }

        private RoundEvent Some()
        {
            _round.Now = _round.Now.AddSeconds(_random.NextDouble() * 60);
            var (now, peer) = (_round.Now, PlayedRound.Peer((byte)(1 + (_random.NextDouble() * 9))));
            var lease = _leases.GetValueOrDefault(peer) ?? new Lease(peer, 7, 3, 6, 0);
            return (int)(_random.NextDouble() * 9) switch
            {
                0 => new LeaseAsked(now, peer, _random.NextDouble() * 2),
                1 => new Committed(now, peer, PlayedRound.CommitmentOf(lease) with { Examples = Happens(0.1) ? -5 : 100 }),
                2 or 3 => new Revealed(now, peer, new Revelation(PlayedRound.Marks(peer, lease.Segments - (Happens(0.1) ? 1 : 0)))),
                4 => new EvidenceGiven(now, peer, (int)(_random.NextDouble() * 10), BlobId.Of("x"u8)),
                5 => new Replayed(now, Verifier(), peer, (int)(_random.NextDouble() * 10), AnyOutcome(), 1),
                6 => new StateShown(now, Happens(0.5) ? peer : Verifier(), peer, (int)(_random.NextDouble() * 10), (int)(_random.NextDouble() * 7), BlobId.Of("x"u8)),
                7 => _round.Cases is [var first, ..] && Happens(0.9) ? _round.Rule(first, AnyRuling()) : new Ruled(now, peer, (int)(_random.NextDouble() * 10), AnyRuling()),
                _ => new TimePassed(now),
            };
        }

        private PeerId Verifier() => PlayedRound.Peer((byte)(200 + (_random.NextDouble() * 4)));

        private ReplayOutcome AnyOutcome() => (ReplayOutcome)(int)(_random.NextDouble() * 3);

        private Ruling AnyRuling() => (Ruling)(int)(_random.NextDouble() * 5);

        private Merged Merge() => new Merged(_round.Now, BlobId.Of("merged"u8), new MergeResult("test", 1, []));

        private Replayed Find(AskToReplay ask) => new(_round.Now, ask.Verifier, ask.Lease.Peer, ask.Segment, AnyOutcome(), 0)
        {
            Subject = (ReplaySubject)(int)(_random.NextDouble() * 2),
        };

        private bool Happens(double odds) => _random.NextDouble() < odds;

        private IEnumerable<RoundEvent> Answers(RoundCommand command) => command switch
        {
            GrantLease granted when Happens(0.5) => [new Committed(_round.Now, granted.Lease.Peer, PlayedRound.CommitmentOf(granted.Lease))],
            AskToReveal ask => ask.Peers.Where(_ => Happens(0.6)).Select(peer => new Revealed(_round.Now, peer, new Revelation(PlayedRound.Marks(peer, _leases[peer].Segments)))),
            Screen => [new Screened(_round.Now, new Dictionary<PeerId, ScreenFault>(), _leases.Keys.ToDictionary(peer => peer, _ => _random.NextDouble() - 0.2), PlayedRound.Secret)],
            AskForEvidence ask => ask.Segments.Where(_ => Happens(0.7)).Select(segment => new EvidenceGiven(_round.Now, ask.Peer, segment, BlobId.Of("x"u8))),
            AskToReplay ask when Happens(0.9) => [Find(ask)],
            AskForState ask when Happens(0.8) => [_round.Show(ask, $"{(int)(_random.NextDouble() * 2)}")],
            Judge judge when Happens(0.9) => [_round.Rule(judge, AnyRuling())],
            Net.Rounds.Merge => [Merge()],
            Gate => [new Gated(_round.Now, new GateResult("a", "b", Happens(0.5) ? GateVerdict.Better : GateVerdict.NotBetter, 1, 0, [], []))],
            _ => [],
        };
    }
}
