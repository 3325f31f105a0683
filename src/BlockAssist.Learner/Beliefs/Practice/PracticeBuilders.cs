using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Practice;

/// <summary>Scripted builders to learn inferring from: as those of <see cref="ScriptedPlay"/>, but some build a house part by part.</summary>
public static class PracticeBuilders
{
    private const int SweepsInTen = 3;

    /// <summary>Some builder, by its number.</summary>
    public static IPolicy Of(ulong number) => new HumanlikeBuilder(number, StyleOf(number));

    internal static HumanStyle StyleOf(ulong number)
    {
        var random = new SeededRandom(number ^ 0x5357454550);
        return ScriptedPlay.StyleOf(number) with { Sweep = random.Next(10) < SweepsInTen ? (Sweep)random.Next((int)Sweep.PosX, (int)Sweep.NegZ + 1) : Sweep.None };
    }
}
