namespace CommonGround.Domain.Programmes;

/// <summary>One thing that a role does in a step: a checklist of minutes, not hours (need N32).</summary>
public sealed record ChecklistItem(Wording Text, int Minutes);
