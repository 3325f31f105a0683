namespace BlockAssist.Learner.Data;

/// <summary>What a builder did in one turn, in the terms of its view.</summary>
/// <param name="Type">The number of the kind of action, as the view is turned.</param>
/// <param name="Cell">The cell of the view it was aimed at; 0 where the kind has none.</param>
/// <param name="Block">The block placed, 0 for the first that can be placed; 0 where the kind has none.</param>
/// <param name="Weight">1 if it is to be learnt and scored, 0 if the mask forbids it or it lies outside the view.</param>
/// <param name="IsPadding">Whether it is a no-op put in to stand for idle time.</param>
public readonly record struct Turn(byte Type, short Cell, byte Block, float Weight, bool IsPadding);
