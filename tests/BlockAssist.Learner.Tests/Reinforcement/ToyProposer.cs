using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Reinforcement;

/// <summary>Proposes one small thing again and again: a floor of planks on a small site.</summary>
internal sealed class ToyProposer(int steps) : IProposer
{
    public static SiteOptions Rules { get; } = new() { Size = new GridSize(6, 6, 6) };

    public double Level => 1;

    public ProposerFigures Figures => ProposerFigures.None;

    public List<double> Judged { get; } = [];

    public Proposal Propose()
    {
        var goal = SiteGround.Reset(Rules.Size);
        for (var cell = 0; cell < 16; cell++)
        {
            goal[1 + (cell / 4), SiteGround.Surface, 1 + (cell % 4)] = Block.Planks;
        }

        return new Proposal(0, ProposalKind.Solids, 1, goal, steps);
    }

    public void Judge(Proposal proposal, double share) => Judged.Add(share);

    public byte[] Capture() => [];

    public void Restore(ReadOnlySpan<byte> state)
    {
    }
}
