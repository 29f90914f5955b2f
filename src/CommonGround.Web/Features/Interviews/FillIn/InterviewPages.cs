using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Interviews.FillIn;

/// <summary>The citizen's own page of their interview.</summary>
[InCase(Purpose.Interview, PartyRole.Citizen)]
public sealed class CitizenInterviewModel(InterviewReader interviews, FillInHandler handler, Readers readers, Texts texts)
    : InterviewPage(interviews, handler, readers, texts);

/// <summary>The supervisor's own page of theirs.</summary>
[InCase(Purpose.Interview, PartyRole.Supervisor)]
public sealed class SupervisorInterviewModel(InterviewReader interviews, FillInHandler handler, Readers readers, Texts texts)
    : InterviewPage(interviews, handler, readers, texts);

/// <summary>Either interview, for the coordinator who leads it.</summary>
[InCase(Purpose.Interview, PartyRole.Coordinator)]
public sealed class LedInterviewModel(InterviewReader interviews, FillInHandler handler, Readers readers, Texts texts)
    : InterviewPage(interviews, handler, readers, texts);
