using CommonGround.Web.Infrastructure;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Features.Gallery;

public sealed class SupervisorModel(IOptions<HouseUiOptions> options, IHostEnvironment environment) : GalleryPage(options, environment);
