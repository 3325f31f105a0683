using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Which entries a steps record has, and the coder's contexts for their bytes.</summary>
internal static class StepContexts
{
    public const int IdleTag = 0;
    public const int StepTag = 1;
    public const int CorrectionTag = 2;
    public const int HashTag = 3;
    public const int TagCount = 4;

    /// <summary>The tag, by the tag before it.</summary>
    public const int Tag = 0;

    /// <summary>How many idle steps.</summary>
    public const int IdleCount = Tag + TagCount;

    /// <summary>The milliseconds from idle step to idle step.</summary>
    public const int IdleTime = IdleCount + ContextModel.NumberContexts;

    /// <summary>The milliseconds since the step before.</summary>
    public const int Time = IdleTime + ContextModel.NumberContexts;

    /// <summary>The kind of action and its origin, by the kind the builder did last.</summary>
    public const int Turn = Time + ContextModel.NumberContexts;

    /// <summary>The cell, as the way from the cell before it.</summary>
    public const int Cell = Turn + (1 << TypeBits);

    /// <summary>The block, by the block before it.</summary>
    public const int Block = Cell + ContextModel.NumberContexts;

    /// <summary>The bytes of corrections.</summary>
    public const int Correction = Block + Voxels.Palette.Count;

    /// <summary>The bytes of hashes.</summary>
    public const int Hash = Correction + ContextModel.NumberContexts;

    /// <summary>How many contexts there are.</summary>
    public const int Count = Hash + 1;

    /// <summary>How many bits of a turn's byte tell the kind of action; the origin is above them.</summary>
    public const int TypeBits = 4;

    /// <summary>Whether an action of a kind has a cell.</summary>
    public static bool HasCell(ActionType type) => type is ActionType.Place or ActionType.Break or ActionType.Give;

    /// <summary>Whether an action of a kind has a block.</summary>
    public static bool HasBlock(ActionType type) => type is ActionType.Place or ActionType.Give;
}
