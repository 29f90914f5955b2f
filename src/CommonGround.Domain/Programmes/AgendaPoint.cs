namespace CommonGround.Domain.Programmes;

/// <summary>One point of a meeting. The guide is for whoever leads it.</summary>
public sealed record AgendaPoint(string Key, Wording Title, Wording Guide, int? Minutes);
