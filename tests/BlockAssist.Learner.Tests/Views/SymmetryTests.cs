using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Views;

public sealed class SymmetryTests
{
    private static readonly GridSize Size = new(7, 9, 5);

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, Symmetry.Count)];

    private static IEnumerable<BlockPos> Cells(GridSize size) => Enumerable.Range(0, size.Volume).Select(size.PosOf);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_inverse_undoes_it(int number)
    {
        var symmetry = new Symmetry(number);

        Assert.All(Cells(Size), at => Assert.Equal(at, symmetry.Inverse.Turn(symmetry.Turn(at))));
        Assert.All(Cells(Size), at => Assert.Equal(at, symmetry.Inverse.TurnCell(symmetry.TurnCell(at, Size), symmetry.TurnedSize(Size))));
        Assert.All(Enum.GetValues<ActionType>(), type => Assert.Equal(type, symmetry.Inverse.Turn(symmetry.Turn(type))));
        Assert.Equal(Size, symmetry.Inverse.TurnedSize(symmetry.TurnedSize(Size)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void One_after_another_is_a_third(int number)
    {
        var first = new Symmetry(number);
        var both = Enumerable.Range(0, Symmetry.Count).Select(second => Signature(at => new Symmetry(second).Turn(first.Turn(at)))).ToArray();

        Assert.Equal(Symmetry.Count, both.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, Symmetry.Count).Select(third => Signature(new Symmetry(third).Turn)).Order(), both.Order());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_move_leads_where_its_offset_leads(int number)
    {
        var symmetry = new Symmetry(number);

        for (var move = ActionType.MovePosX; move <= ActionType.MoveNegZ; move++)
        {
            var turned = symmetry.Turn(move);

            Assert.Equal(symmetry.Turn(BlockPos.Directions[move - ActionType.MovePosX]), BlockPos.Directions[turned - ActionType.MovePosX]);
            Assert.Equal(move is ActionType.MovePosY or ActionType.MoveNegY, turned is ActionType.MovePosY or ActionType.MoveNegY);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_turned_box_holds_every_cell_once_and_neighbours_stay_neighbours(int number)
    {
        var symmetry = new Symmetry(number);
        var turned = symmetry.TurnedSize(Size);

        Assert.Equal(Cells(turned).ToHashSet(), [.. Cells(Size).Select(at => symmetry.TurnCell(at, Size))]);
        foreach (var step in BlockPos.Directions)
        {
            var direction = step;
            Assert.All(Cells(Size), at => Assert.Equal(symmetry.TurnCell(at, Size) + symmetry.Turn(direction), symmetry.TurnCell(at + direction, Size)));
        }
    }

    [Fact]
    public void The_identity_changes_nothing() =>
        Assert.All(Cells(Size), at => Assert.Equal(at, Symmetry.Identity.TurnCell(Symmetry.Identity.Turn(at), Size)));

    [Fact]
    public void It_has_a_name() =>
        Assert.Equal(["0°", "270°", "90° mirrored"], [$"{Symmetry.Identity}", $"{new Symmetry(3)}", $"{new Symmetry(5)}"]);

    private static string Signature(Func<BlockPos, BlockPos> turn) => $"{turn(new BlockPos(1, 0, 0))}{turn(new BlockPos(0, 1, 0))}{turn(new BlockPos(0, 0, 1))}";
}
