namespace BlockAssist.Game.Rendering;

/// <summary>Kinds of what a builder is about to do. Each is shown in a shape of its own.</summary>
public enum IntentKind
{
    /// <summary>It places: the block stands there already, as a ghost that breathes.</summary>
    Place,

    /// <summary>It breaks: corners close in on the block.</summary>
    Break,

    /// <summary>It walks: a mark lies on the ground.</summary>
    Walk,
}
