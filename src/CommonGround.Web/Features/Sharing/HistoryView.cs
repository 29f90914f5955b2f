using CommonGround.Domain.Cases;

namespace CommonGround.Web.Features.Sharing;

/// <summary>All that happened to what someone was permitted, drawn by <c>_ConsentHistory</c>.</summary>
/// <param name="At">Address under which the copies stand.</param>
/// <param name="Name">Names a person who entered something.</param>
/// <param name="Citizen">Who it is about: what they did themselves needs no name.</param>
public sealed record HistoryView(IReadOnlyList<ConsentEvent> Events, string At, Func<Guid, string> Name, Guid Citizen);
