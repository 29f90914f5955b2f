namespace CommonGround.Domain.Cases;

/// <summary>That it was said that a yes ends soon: once for each, whoever of many processes came first.</summary>
public sealed record ConsentReminder(Guid ConsentId, DateTime RemindedAt);
