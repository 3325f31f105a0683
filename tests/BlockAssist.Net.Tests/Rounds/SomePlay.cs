using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>Play that verifiers might see.</summary>
internal static class SomePlay
{
    /// <summary>A person's play: another one for each number.</summary>
    public static PlaySeen Of(int number, int built = 100) =>
        new(Digest.Of("test/play/", BitConverter.GetBytes(number)), 0, built, IsPersons: true, Print(number));

    /// <summary>The same house built in the same order, in another file.</summary>
    public static PlaySeen CopyOf(int number) => Of(number) with { File = Digest.Of("test/copy/", BitConverter.GetBytes(number)) };

    private static PlayPrint Print(int number)
    {
        var (random, edits) = (new Random(number), new PlayEdit[100]);
        for (var i = 0; i < edits.Length; i++)
        {
            edits[i] = new PlayEdit(ActionType.Place, Block.Stone, new BlockPos(random.Next(10), random.Next(10), random.Next(10)));
        }

        return PlayPrint.Of(edits)!;
    }
}
